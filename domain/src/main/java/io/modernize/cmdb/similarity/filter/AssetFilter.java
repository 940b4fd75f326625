package io.modernize.cmdb.similarity.filter;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conditions on assets, all of which must hold; at most one on each attribute. What requires nothing is left out.
 *
 * @throws IllegalArgumentException for two conditions on the same attribute
 */
public record AssetFilter(List<AssetCondition> conditions) {
    private static final AssetFilter NONE = new AssetFilter(List.of());

    /** Most values in one list, and most source attributes: beyond it a filter is a mistake, and costs a plan. */
    public static final int MAX_VALUES = 100;

    public AssetFilter {
        conditions =
                conditions.stream().filter(condition -> !condition.isOpen()).toList();
        if (conditions.stream().map(AssetCondition::attribute).distinct().count() < conditions.size()) {
            throw new IllegalArgumentException("two conditions on the same attribute: " + conditions);
        }
    }

    public static AssetFilter of(AssetCondition... conditions) {
        return new AssetFilter(Stream.of(conditions).toList());
    }

    /** Every asset passes. */
    public static AssetFilter none() {
        return NONE;
    }

    /** Whether an asset passes; the database adapter's SQL says the same. */
    public boolean accepts(AssetAttributes asset) {
        return conditions.stream().allMatch(condition -> condition.accepts(asset));
    }

    /** By which of its values an asset that passes meets each condition. */
    public List<FilterMatch> matchesOf(AssetAttributes asset) {
        return conditions.stream()
                .flatMap(condition -> condition.valuesOf(asset).stream()
                        .map(value -> new FilterMatch(condition.attribute().filterName(), value)))
                .toList();
    }
}
