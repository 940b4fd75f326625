package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The filter by one attribute that an asset passes by its value. */
public final class ConditionOn {
    private ConditionOn() {}

    public static AssetFilter valueOf(AssetAttribute attribute, AssetAttributes asset) {
        return AssetFilter.of(
                switch (Objects.requireNonNull(attribute.of(asset), attribute + " is absent")) {
                    case Collection<?> texts ->
                        AssetCondition.oneOf(
                                attribute, texts.stream().map(Object::toString).toList());
                    case Map<?, ?> entries -> AssetCondition.sourceAttributes(asset.sourceAttributes());
                    case Number number -> {
                        BigDecimal value = new BigDecimal(number.toString());
                        yield AssetCondition.within(attribute, new NumberRange(value, value));
                    }
                    case Object text -> AssetCondition.oneOf(attribute, List.of(text.toString()));
                });
    }
}
