package io.modernize.cmdb.similarity.filter.persistence;

import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A filter as functions of the database take it: one JSON object, by names of columns of {@code cmdb_assets}. What sets no
 * condition is not in it. The functions refuse a name that they do not know.
 */
public final class AssetFilterJson {
    private final Map<String, Object> conditions = new LinkedHashMap<>();

    private AssetFilterJson() {}

    /** Null where the filter has no condition. */
    public static @Nullable String of(AssetFilter filter) {
        AssetFilterJson json = new AssetFilterJson();
        json.values("ci_class", filter.ciClasses());
        json.values("environment", filter.environments());
        json.values("os_family", filter.osFamilies().stream().map(Enum::name).toList());
        json.values("location", filter.locations());
        json.values("status", filter.statuses());
        json.values("support_group", filter.supportGroups());
        json.values("tags", filter.tags());
        if (!filter.sourceAttributes().isEmpty()) {
            json.conditions.put("source_attributes", filter.sourceAttributes());
        }
        json.range("cpu_count", filter.cpuCount());
        json.range("memory_mb", filter.memoryMb());
        json.range("storage_gb", filter.storageGb());
        return json.conditions.isEmpty() ? null : JsonMapper.shared().writeValueAsString(json.conditions);
    }

    private void values(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            conditions.put(column, values);
        }
    }

    private void range(String column, NumberRange range) {
        if (!range.isUnbounded()) {
            Map<String, BigDecimal> ends = new LinkedHashMap<>();
            if (range.min() != null) {
                ends.put("min", range.min());
            }
            if (range.max() != null) {
                ends.put("max", range.max());
            }
            conditions.put(column, ends);
        }
    }
}
