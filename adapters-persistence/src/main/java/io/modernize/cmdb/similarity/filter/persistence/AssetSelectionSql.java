package io.modernize.cmdb.similarity.filter.persistence;

import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The assets of a scope that a selection chooses, as conditions over {@code cmdb_assets a} with named parameters. They are
 * the conditions of an {@link AssetFilterSql} over assets, and those that a selection adds. An asset need not be embedded.
 */
public final class AssetSelectionSql {
    private final String conditions;
    private final MapSqlParameterSource parameters;

    private AssetSelectionSql(String conditions, MapSqlParameterSource parameters) {
        this.conditions = conditions;
        this.parameters = parameters;
    }

    public static AssetSelectionSql of(TenantScope scope, AssetSelection selection) {
        AssetFilterSql filter = AssetFilterSql.overAssets(selection.filter());
        MapSqlParameterSource parameters = ScopeParameters.named(scope).addValues(filter.parameters());
        StringBuilder conditions = new StringBuilder("a.client_account_id = :client");
        if (scope.engagements() instanceof EngagementSelection.Only) {
            conditions.append(" and a.engagement_id = any(:engagements)");
        }
        conditions.append(filter.conditions());
        if (selection.namePrefix() != null) {
            conditions.append(" and starts_with(lower(a.name), lower(:name_prefix))");
            parameters.addValue("name_prefix", selection.namePrefix());
        }
        return new AssetSelectionSql(conditions.toString(), parameters);
    }

    public String conditions() {
        return conditions;
    }

    public MapSqlParameterSource parameters() {
        return parameters;
    }
}
