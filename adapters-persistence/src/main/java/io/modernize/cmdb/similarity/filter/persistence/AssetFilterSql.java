package io.modernize.cmdb.similarity.filter.persistence;

import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.NumberRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conditions of a filter over {@code cmdb_asset_embeddings e}, as SQL with named parameters. Column names come from
 * this class alone. Texts of users travel as parameters.
 */
public final class AssetFilterSql {
    private final List<String> conditions = new ArrayList<>();
    private final List<String> assetConditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AssetFilterSql() {}

    public static AssetFilterSql of(AssetFilter filter) {
        AssetFilterSql sql = new AssetFilterSql();
        sql.keys("ci_class_key", filter.ciClasses());
        sql.keys("environment_key", filter.environments());
        sql.keys("location_key", filter.locations());
        sql.keys("status_key", filter.statuses());
        sql.keys("support_group_key", filter.supportGroups());
        sql.keys("os_family_key", filter.osFamilies().stream().map(Enum::name).collect(Collectors.toSet()));
        sql.range("cpu_count", filter.cpuCount());
        sql.range("memory_mb", filter.memoryMb());
        sql.range("storage_gb", filter.storageGb());
        if (!filter.tags().isEmpty()) {
            sql.assetConditions.add("a.tags && :tags::text[]");
            sql.parameters.put("tags", filter.tags().toArray(String[]::new));
        }
        if (!filter.sourceAttributes().isEmpty()) {
            sql.assetConditions.add("a.source_attributes @> :source_attributes::jsonb");
            sql.parameters.put("source_attributes", JsonMapper.shared().writeValueAsString(filter.sourceAttributes()));
        }
        return sql;
    }

    /** The conditions. They begin with {@code and} if there are any. */
    public String conditions() {
        String onEmbeddings = conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
        // Unbounded in number and length, these stay with the asset.
        String onAssets = assetConditions.isEmpty()
                ? ""
                : " and exists (select 1 from cmdb_assets a where a.client_account_id = :client and a.id = e.asset_id"
                        + " and " + String.join(" and ", assetConditions) + ")";
        return onEmbeddings + onAssets;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Adds a condition on keys. PostgreSQL folds both sides, because its lower case and Java's differ beyond ASCII. */
    private void keys(String column, Set<String> values) {
        if (!values.isEmpty()) {
            add("e." + column + " = any(filter_keys(:" + column + "::text[]))", column, values.toArray(String[]::new));
        }
    }

    private void range(String column, NumberRange range) {
        if (range.min() != null) {
            add("e." + column + " >= :" + column + "_min", column + "_min", range.min());
        }
        if (range.max() != null) {
            add("e." + column + " <= :" + column + "_max", column + "_max", range.max());
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }
}
