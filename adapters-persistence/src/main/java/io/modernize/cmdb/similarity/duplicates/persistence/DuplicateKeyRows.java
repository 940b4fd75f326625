package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey.Kind;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans.SharedKey;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores the keys of assets in {@code duplicate_keys}, in the current tenant transaction. Many rows travel as one JSON
 * text, so a page is one statement.
 */
final class DuplicateKeyRows {
    /** Inserts keys, without those of assets that were deleted meanwhile. */
    static final String INSERT_KEYS = """
        insert into duplicate_keys (client_account_id, engagement_id, kind, value, asset_id)
        select :client, :engagement, k.kind, k.value, existing.id
        from jsonb_to_recordset(:rows::jsonb) as k (asset_id uuid, kind text, value text)
        cross join lateral %s as existing
        on conflict do nothing
        """.formatted(EngagementStatements.lockedAsset("k.asset_id"));

    /**
     * Finds shared keys. It looks up asset by asset and key by key, however few rows the planner expects of an
     * engagement. The limits keep it from reading all rows instead. It reads one entry more of a key than the commonest
     * key may have.
     */
    static final String SHARED_KEYS = """
        select k.kind, k.value, array_agg(s.asset_id) as assets
        from (select distinct o.kind, o.value
            from unnest(:assets::uuid[]) as wanted (asset_id)
            cross join lateral (select d.kind, d.value from duplicate_keys d
                where d.client_account_id = :client and d.engagement_id = :engagement
                  and d.asset_id = wanted.asset_id
                limit :mostKeys) o) k
        cross join lateral (select d.asset_id from duplicate_keys d
            where d.client_account_id = :client and d.engagement_id = :engagement
              and d.kind = k.kind and d.value = k.value
            order by d.asset_id
            limit :mostAssets + 1) s
        group by k.kind, k.value
        having count(*) > 1
        """;

    private final EngagementStatements statements;

    DuplicateKeyRows(EngagementStatements statements) {
        this.statements = statements;
    }

    void insert(TenantScope scope, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> keys) {
        record KeyRow(UUID asset_id, String kind, String value) {}
        List<KeyRow> rows = keys.entrySet().stream()
                .flatMap(asset -> asset.getValue().stream()
                        .map(key ->
                                new KeyRow(asset.getKey().value(), key.kind().name(), key.value())))
                .toList();
        statements.of(scope, engagementId, INSERT_KEYS, rows).update();
    }

    /** The keys that one of these assets shares with others, unless too many share them. */
    List<SharedKey> shared(TenantScope scope, EngagementId engagementId, Collection<AssetId> assetIds) {
        return statements
                .of(scope, engagementId, SHARED_KEYS)
                .param("assets", assetIds.stream().map(AssetId::value).toArray(UUID[]::new))
                .param("mostKeys", DuplicateKey.MAX_OF_AN_ASSET)
                .param("mostAssets", DuplicateKey.MAX_ASSETS)
                .query((row, number) -> new SharedKey(
                        new DuplicateKey(Kind.valueOf(row.getString("kind")), row.getString("value")),
                        Arrays.stream((UUID[]) row.getArray("assets").getArray())
                                .map(AssetId::new)
                                .collect(Collectors.toSet())))
                .stream()
                .filter(key -> key.assetIds().size() <= key.key().kind().maxAssets())
                .toList();
    }

    void deleteAll(TenantScope scope, EngagementId engagementId) {
        statements.deleteAll(scope, engagementId, "duplicate_keys");
    }
}
