package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a filter of few conditions. */
public final class Conditions {
    private Set<String> ciClasses = Set.of();
    private Set<String> environments = Set.of();
    private Set<OsFamily> osFamilies = Set.of();
    private Set<String> locations = Set.of();
    private Set<String> statuses = Set.of();
    private Set<String> supportGroups = Set.of();
    private Set<String> tags = Set.of();
    private Map<String, String> sourceAttributes = Map.of();
    private NumberRange cpuCount = new NumberRange(null, null);
    private NumberRange memoryMb = new NumberRange(null, null);
    private NumberRange storageGb = new NumberRange(null, null);

    Conditions ciClasses(String... values) {
        ciClasses = Set.of(values);
        return this;
    }

    Conditions environments(String... values) {
        environments = Set.of(values);
        return this;
    }

    Conditions osFamilies(OsFamily... values) {
        osFamilies = Set.of(values);
        return this;
    }

    Conditions locations(String... values) {
        locations = Set.of(values);
        return this;
    }

    Conditions statuses(String... values) {
        statuses = Set.of(values);
        return this;
    }

    Conditions supportGroups(String... values) {
        supportGroups = Set.of(values);
        return this;
    }

    Conditions tags(String... values) {
        tags = Set.of(values);
        return this;
    }

    Conditions sourceAttributes(Map<String, String> values) {
        sourceAttributes = values;
        return this;
    }

    Conditions cpuCount(@Nullable String min, @Nullable String max) {
        cpuCount = range(min, max);
        return this;
    }

    Conditions memoryMb(@Nullable String min, @Nullable String max) {
        memoryMb = range(min, max);
        return this;
    }

    Conditions storageGb(@Nullable String min, @Nullable String max) {
        storageGb = range(min, max);
        return this;
    }

    private static NumberRange range(@Nullable String min, @Nullable String max) {
        return new NumberRange(min == null ? null : new BigDecimal(min), max == null ? null : new BigDecimal(max));
    }

    AssetFilter build() {
        return new AssetFilter(
                ciClasses,
                environments,
                osFamilies,
                locations,
                statuses,
                supportGroups,
                tags,
                sourceAttributes,
                cpuCount,
                memoryMb,
                storageGb);
    }
}
