package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads relations in {@code cmdb_asset_relations}, in one statement for all assets. */
@Component
class JdbcRelatedAssets implements RelatedAssets {
    private static final String RELATED = """
        select asset_id, direction, relation_type, other_id, total
        from (
            select related.*, count(*) over (partition by asset_id) as total,
                row_number() over (partition by asset_id order by direction desc, relation_type, other_id) as place
            from (
                select parent_asset_id as asset_id, 'OUTGOING' as direction, relation_type, child_asset_id as other_id
                from cmdb_asset_relations
                where client_account_id = :client and parent_asset_id = any(:assets)
                  and (:allEngagements or engagement_id = any(:engagements))
                union all
                select child_asset_id, 'INCOMING', relation_type, parent_asset_id
                from cmdb_asset_relations
                where client_account_id = :client and child_asset_id = any(:assets)
                  and (:allEngagements or engagement_id = any(:engagements))) as related) as ranked
        where place <= :limit
        order by asset_id, place
        """;

    private final TenantJdbc jdbc;

    JdbcRelatedAssets(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<AssetId, Neighbours> of(TenantScope scope, Collection<AssetId> assets, int limit) {
        if (assets.isEmpty()) {
            return Map.of();
        }
        Map<AssetId, List<Neighbour>> first = new HashMap<>();
        Map<AssetId, Long> totals = new HashMap<>();
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, RELATED)
                        .param("assets", assets.stream().map(AssetId::value).toArray(UUID[]::new))
                        .param("limit", limit)
                        .query(row -> {
                            AssetId asset = new AssetId(row.getObject("asset_id", UUID.class));
                            first.computeIfAbsent(asset, none -> new ArrayList<>())
                                    .add(new Neighbour(
                                            new AssetId(row.getObject("other_id", UUID.class)),
                                            Direction.valueOf(row.getString("direction")),
                                            row.getString("relation_type")));
                            totals.put(asset, row.getLong("total"));
                        }));
        Map<AssetId, Neighbours> neighbours = new HashMap<>();
        first.forEach((asset, some) -> neighbours.put(asset, new Neighbours(some, totals.getOrDefault(asset, 0L))));
        return neighbours;
    }
}
