package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.similarity.AssetFilter;
import io.modernize.cmdb.similarity.NumberRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conditions of a filter over {@code cmdb_assets a}, as SQL with named parameters. Column names come from this
 * class alone; whatever a user typed travels as a parameter.
 */
final class AssetFilterSql {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AssetFilterSql() {}

    static AssetFilterSql of(AssetFilter filter) {
        AssetFilterSql sql = new AssetFilterSql();
        sql.text("ci_class", filter.ciClasses());
        sql.text("environment", filter.environments());
        sql.text("location", filter.locations());
        sql.text("status", filter.statuses());
        sql.text("support_group", filter.supportGroups());
        if (!filter.osFamilies().isEmpty()) {
            sql.add(
                    "a.os_family = any(:os_family)",
                    "os_family",
                    filter.osFamilies().stream().map(Enum::name).toArray(String[]::new));
        }
        if (!filter.tags().isEmpty()) {
            sql.add("a.tags && :tags::text[]", "tags", filter.tags().toArray(String[]::new));
        }
        if (!filter.sourceAttributes().isEmpty()) {
            sql.add(
                    "a.source_attributes @> :source_attributes::jsonb",
                    "source_attributes",
                    JsonMapper.shared().writeValueAsString(filter.sourceAttributes()));
        }
        sql.range("cpu_count", filter.cpuCount());
        sql.range("memory_mb", filter.memoryMb());
        sql.range("storage_gb", filter.storageGb());
        return sql;
    }

    /** Begins with {@code and} where there is any condition. */
    String conditions() {
        return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** PostgreSQL folds both sides: its idea of lower case and Java's differ beyond ASCII. */
    private void text(String column, Set<String> values) {
        if (!values.isEmpty()) {
            add(
                    "lower(a." + column + ") = any(select lower(value) from unnest(:" + column + "::text[]) as value)",
                    column,
                    values.toArray(String[]::new));
        }
    }

    private void range(String column, NumberRange range) {
        if (range.min() != null) {
            add("a." + column + " >= :" + column + "_min", column + "_min", range.min());
        }
        if (range.max() != null) {
            add("a." + column + " <= :" + column + "_max", column + "_max", range.max());
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }
}
