package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a filter of few conditions. */
public final class Conditions {
    private final List<AssetCondition> conditions = new ArrayList<>();

    Conditions ciClasses(String... values) {
        return oneOf(AssetAttribute.CI_CLASS, values);
    }

    Conditions environments(String... values) {
        return oneOf(AssetAttribute.ENVIRONMENT, values);
    }

    Conditions osFamilies(OsFamily... values) {
        conditions.add(AssetCondition.osFamilies(List.of(values)));
        return this;
    }

    Conditions locations(String... values) {
        return oneOf(AssetAttribute.LOCATION, values);
    }

    Conditions statuses(String... values) {
        return oneOf(AssetAttribute.STATUS, values);
    }

    Conditions supportGroups(String... values) {
        return oneOf(AssetAttribute.SUPPORT_GROUP, values);
    }

    Conditions tags(String... values) {
        return oneOf(AssetAttribute.TAGS, values);
    }

    Conditions sourceAttributes(Map<String, String> values) {
        conditions.add(AssetCondition.sourceAttributes(values));
        return this;
    }

    Conditions cpuCount(@Nullable String min, @Nullable String max) {
        return within(AssetAttribute.CPU_COUNT, min, max);
    }

    Conditions memoryMib(@Nullable String min, @Nullable String max) {
        return within(AssetAttribute.MEMORY_MIB, min, max);
    }

    Conditions storageGib(@Nullable String min, @Nullable String max) {
        return within(AssetAttribute.STORAGE_GIB, min, max);
    }

    private Conditions oneOf(AssetAttribute attribute, String... values) {
        conditions.add(AssetCondition.oneOf(attribute, values));
        return this;
    }

    private Conditions within(AssetAttribute attribute, @Nullable String min, @Nullable String max) {
        conditions.add(AssetCondition.within(
                attribute,
                new NumberRange(min == null ? null : new BigDecimal(min), max == null ? null : new BigDecimal(max))));
        return this;
    }

    AssetFilter build() {
        return new AssetFilter(conditions);
    }
}
