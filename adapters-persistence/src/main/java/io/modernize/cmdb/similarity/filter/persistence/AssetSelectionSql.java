package io.modernize.cmdb.similarity.filter.persistence;

import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.NumberRange;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conditions of a selection over {@code cmdb_assets a}, as SQL with named parameters. Unlike the conditions of
 * {@link AssetFilterSql}, they do not ask for an embedding. Column names come from this class alone.
 */
public final class AssetSelectionSql {
    private final StringBuilder conditions = new StringBuilder("a.client_account_id = :client");
    private final MapSqlParameterSource parameters;

    private AssetSelectionSql(MapSqlParameterSource parameters) {
        this.parameters = parameters;
    }

    public static AssetSelectionSql of(TenantScope scope, AssetSelection selection) {
        AssetSelectionSql sql = new AssetSelectionSql(ScopeParameters.named(scope));
        if (scope.engagements() instanceof EngagementSelection.Only) {
            sql.add("a.engagement_id = any(:engagements)");
        }
        AssetFilter filter = selection.filter();
        sql.texts("ci_class", filter.ciClasses());
        sql.texts("environment", filter.environments());
        sql.texts("location", filter.locations());
        sql.texts("status", filter.statuses());
        sql.texts("support_group", filter.supportGroups());
        sql.texts("os_family", filter.osFamilies().stream().map(Enum::name).collect(Collectors.toSet()));
        sql.range("cpu_count", filter.cpuCount());
        sql.range("memory_mb", filter.memoryMb());
        sql.range("storage_gb", filter.storageGb());
        if (!filter.tags().isEmpty()) {
            sql.add("a.tags && :tags::text[]");
            sql.parameters.addValue("tags", filter.tags().toArray(String[]::new));
        }
        if (!filter.sourceAttributes().isEmpty()) {
            sql.add("a.source_attributes @> :source_attributes::jsonb");
            sql.parameters.addValue(
                    "source_attributes", JsonMapper.shared().writeValueAsString(filter.sourceAttributes()));
        }
        if (selection.namePrefix() != null) {
            sql.add("starts_with(lower(a.name), lower(:name_prefix))");
            sql.parameters.addValue("name_prefix", selection.namePrefix());
        }
        return sql;
    }

    public String conditions() {
        return conditions.toString();
    }

    public MapSqlParameterSource parameters() {
        return parameters;
    }

    /**
     * Adds a condition on texts. PostgreSQL folds both sides, because its lower case and Java's differ beyond ASCII.
     */
    private void texts(String column, Set<String> values) {
        if (!values.isEmpty()) {
            add("filter_key(a." + column + ") = any(filter_keys(:" + column + "::text[]))");
            parameters.addValue(column, values.toArray(String[]::new));
        }
    }

    private void range(String column, NumberRange range) {
        if (range.min() != null) {
            add("a." + column + " >= :" + column + "_min");
            parameters.addValue(column + "_min", range.min());
        }
        if (range.max() != null) {
            add("a." + column + " <= :" + column + "_max");
            parameters.addValue(column + "_max", range.max());
        }
    }

    private void add(String condition) {
        conditions.append(" and ").append(condition);
    }
}
