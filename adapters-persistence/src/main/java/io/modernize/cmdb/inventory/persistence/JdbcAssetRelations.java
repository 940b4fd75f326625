package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class JdbcAssetRelations implements AssetRelations {
    private final TenantJdbc jdbc;

    JdbcAssetRelations(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<AssetId>> resolve(TenantScope scope, EngagementId engagementId, Set<String> references) {
        scope.requireCovers(engagementId);
        Map<String, List<AssetId>> assets = new HashMap<>();
        jdbc.runInScope(scope, () -> {
            find(scope, engagementId, "external_key", references, assets);
            find(
                    scope,
                    engagementId,
                    "name",
                    references.stream()
                            .filter(reference -> !assets.containsKey(reference))
                            .toList(),
                    assets);
        });
        return assets;
    }

    private void find(
            TenantScope scope,
            EngagementId engagementId,
            String column,
            Collection<String> references,
            Map<String, List<AssetId>> assets) {
        if (references.isEmpty()) {
            return;
        }
        jdbc.sql("select " + column + " as reference, id from cmdb_assets"
                        + " where client_account_id = ? and engagement_id = ? and " + column + " = any(?)")
                .params(scope.clientAccountId().value(), engagementId.value(), references.toArray(String[]::new))
                .query(row -> {
                    assets.computeIfAbsent(row.getString("reference"), reference -> new ArrayList<>())
                            .add(new AssetId(row.getObject("id", UUID.class)));
                });
    }

    @Override
    public int save(TenantScope scope, EngagementId engagementId, List<Relation> relations) {
        scope.requireCovers(engagementId);
        if (relations.isEmpty()) {
            return 0;
        }
        UUID[] parents =
                relations.stream().map(relation -> relation.parent().value()).toArray(UUID[]::new);
        UUID[] children =
                relations.stream().map(relation -> relation.child().value()).toArray(UUID[]::new);
        String[] types = relations.stream().map(Relation::type).toArray(String[]::new);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql("""
                    insert into cmdb_asset_relations
                        (client_account_id, engagement_id, parent_asset_id, child_asset_id, relation_type)
                    select ?, ?, parent, child, type
                    from unnest(?::uuid[], ?::uuid[], ?::text[]) as relation (parent, child, type)
                    on conflict do nothing
                    """)
                        .params(scope.clientAccountId().value(), engagementId.value(), parents, children, types)
                        .update());
    }
}
