package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores assets in {@code cmdb_assets}. */
@Component
class JdbcAssetCatalog implements AssetCatalog {
    /**
     * Stores a chunk in one statement, or in a few if its texts are long. The unique key tells which assets exist. The
     * plan of a join would depend on statistics that a growing table does not have yet, and a look-up before the insert
     * was read from end to end for each chunk. {@code xmax} is 0 in a row that was inserted and not updated.
     */
    private static final String UPSERT = """
        insert into cmdb_assets (client_account_id, engagement_id, %s)
        select ?, ?, r.*
        from jsonb_to_recordset(?::jsonb) as r (%s)
        on conflict (client_account_id, engagement_id, source_system, external_key) do update set %s, updated_at = now()
        where cmdb_assets.row_hash <> excluded.row_hash
        returning xmax = 0
        """.formatted(
                    AssetDraftJson.columnNames(), AssetDraftJson.columnDefinitions(), AssetDraftJson.assignments());

    private final TenantJdbc jdbc;

    JdbcAssetCatalog(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Asset> find(TenantScope scope, AssetId assetId) {
        return findAll(scope, List.of(assetId)).stream().findFirst();
    }

    @Override
    public List<Asset> findAll(TenantScope scope, Collection<AssetId> assetIds) {
        if (assetIds.isEmpty()) {
            return List.of();
        }
        UUID[] ids = assetIds.stream().map(AssetId::value).toArray(UUID[]::new);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql("select " + AssetTable.COLUMNS
                                + " from cmdb_assets where client_account_id = ? and id = any(?)"
                                + " and (?::uuid[] is null or engagement_id = any(?))")
                        .param(scope.clientAccountId().value())
                        .param(ids)
                        .param(ScopeParameters.engagementIds(scope))
                        .param(ScopeParameters.engagementIds(scope))
                        .query((row, number) -> AssetTable.toDomain(row))
                        .list());
    }

    @Override
    public List<Asset> page(TenantScope scope, EngagementId engagementId, @Nullable AssetId after, int limit) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "select " + AssetTable.ALL_COLUMNS
                                        + " from cmdb_assets where client_account_id = :client and engagement_id ="
                                        + " :engagement and (:after::uuid is null or id > :after::uuid) order by id"
                                        + " limit :limit")
                        .param("engagement", engagementId.value())
                        .param("after", after == null ? null : after.value())
                        .param("limit", limit)
                        .query((row, number) -> AssetTable.allToDomain(row))
                        .list());
    }

    @Override
    public SavedAssets save(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
        scope.requireCovers(engagementId);
        if (drafts.isEmpty()) {
            return new SavedAssets(0, 0, 0);
        }
        return jdbc.inScope(scope, () -> saveInTransaction(scope, engagementId, drafts));
    }

    private SavedAssets saveInTransaction(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
        int created = 0;
        int written = 0;
        for (String json : AssetDraftJson.write(drafts)) {
            List<Boolean> inserted = jdbc.sql(UPSERT)
                    .params(scope.clientAccountId().value(), engagementId.value(), json)
                    .query((row, number) -> row.getBoolean(1))
                    .list();
            created += (int) inserted.stream().filter(isNew -> isNew).count();
            written += inserted.size();
        }
        return new SavedAssets(created, written - created, drafts.size() - written);
    }
}
