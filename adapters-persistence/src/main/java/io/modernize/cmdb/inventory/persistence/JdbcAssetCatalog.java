package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assets in {@code cmdb_assets}; writes whole chunks at once, as imports bring them. */
@Component
class JdbcAssetCatalog implements AssetCatalog {
    private static final String INSERT = """
            insert into cmdb_assets (name, ci_class, description, environment, host_name, fqdn, os_name, os_version,
                os_family, cpu_count, memory_mb, storage_gb, location, owner, support_group, status, operational_status,
                serial_number, asset_tag, addresses, tags, source_attributes, content_hash, row_hash,
                client_account_id, engagement_id, source_system, external_key, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update cmdb_assets set name = ?, ci_class = ?, description = ?, environment = ?, host_name = ?, fqdn = ?,
                os_name = ?, os_version = ?, os_family = ?, cpu_count = ?, memory_mb = ?, storage_gb = ?, location = ?,
                owner = ?, support_group = ?, status = ?, operational_status = ?, serial_number = ?, asset_tag = ?,
                addresses = ?, tags = ?, source_attributes = ?::jsonb, content_hash = ?, row_hash = ?,
                updated_at = now()
            where client_account_id = ? and engagement_id = ? and source_system = ? and external_key = ?
            """;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcAssetCatalog(TenantTransactions transactions, JdbcClient jdbc, JdbcTemplate batches) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.batches = batches;
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
        return transactions.inScope(scope, () -> jdbc
                .sql("select " + AssetRow.COLUMNS
                        + " from cmdb_assets where client_account_id = ? and id = any(?)"
                        + " and (?::uuid[] is null or engagement_id = any(?))")
                .param(scope.clientAccountId().value())
                .param(ids)
                .param(engagementIds(scope))
                .param(engagementIds(scope))
                .query((row, number) -> AssetRow.toDomain(row))
                .list());
    }

    private static UUID @Nullable [] engagementIds(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> null;
            case EngagementSelection.Only(var ids) ->
                ids.stream().map(EngagementId::value).toArray(UUID[]::new);
        };
    }

    @Override
    public SavedAssets save(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
        if (!scope.engagements().includes(engagementId)) {
            throw new IllegalArgumentException("the scope does not cover engagement " + engagementId);
        }
        if (drafts.isEmpty()) {
            return new SavedAssets(0, 0, 0);
        }
        return transactions.inScope(scope, () -> saveInTransaction(scope, engagementId, drafts));
    }

    private SavedAssets saveInTransaction(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
        Map<AssetKey, ContentHash> rowHashes = rowHashes(scope, engagementId, drafts);
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        for (AssetDraft draft : drafts) {
            ContentHash rowHash = ContentHash.ofRow(draft.attributes());
            ContentHash stored = rowHashes.get(draft.key());
            if (stored == null) {
                inserts.add(parameters(scope, engagementId, draft, rowHash, UUID.randomUUID()));
            } else if (!stored.equals(rowHash)) {
                updates.add(parameters(scope, engagementId, draft, rowHash, null));
            }
        }
        if (!inserts.isEmpty()) {
            batches.batchUpdate(INSERT, inserts);
        }
        if (!updates.isEmpty()) {
            batches.batchUpdate(UPDATE, updates);
        }
        return new SavedAssets(inserts.size(), updates.size(), drafts.size() - inserts.size() - updates.size());
    }

    private Map<AssetKey, ContentHash> rowHashes(
            TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
        String[] sources = drafts.stream().map(draft -> draft.key().sourceSystem()).toArray(String[]::new);
        String[] keys = drafts.stream().map(draft -> draft.key().externalKey()).toArray(String[]::new);
        Map<AssetKey, ContentHash> hashes = HashMap.newHashMap(drafts.size());
        jdbc.sql("""
                        select wanted.source_system, wanted.external_key, a.row_hash
                        from unnest(?::text[], ?::text[]) as wanted (source_system, external_key)
                        cross join lateral (
                            select row_hash from cmdb_assets
                            where source_system = wanted.source_system and external_key = wanted.external_key
                              and client_account_id = ? and engagement_id = ?
                            -- Once for each key, by index. Statistics of a growing table are old: the planner would
                            -- take the engagement for one row, and compare each of its assets with each key.
                            offset 0
                        ) a
                        """)
                .params(sources, keys, scope.clientAccountId().value(), engagementId.value())
                .query(row -> {
                    hashes.put(
                            new AssetKey(row.getString("source_system"), row.getString("external_key")),
                            ContentHash.ofBytes(row.getBytes("row_hash")));
                });
        return hashes;
    }

    /** In the order of both statements; the id comes last, as only an insert needs it. */
    private static @Nullable Object[] parameters(
            TenantScope scope, EngagementId engagementId, AssetDraft draft, ContentHash rowHash, @Nullable UUID id) {
        AssetAttributes asset = draft.attributes();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(asset.name());
        values.add(asset.ciClass());
        values.add(asset.description());
        values.add(asset.environment());
        values.add(asset.hostName());
        values.add(asset.fqdn());
        values.add(asset.osName());
        values.add(asset.osVersion());
        values.add(asset.osFamily() == null ? null : asset.osFamily().name());
        values.add(asset.cpuCount());
        values.add(asset.memoryMb());
        values.add(asset.storageGb());
        values.add(asset.location());
        values.add(asset.owner());
        values.add(asset.supportGroup());
        values.add(asset.status());
        values.add(asset.operationalStatus());
        values.add(asset.serialNumber());
        values.add(asset.assetTag());
        values.add(asset.addresses().toArray(String[]::new));
        values.add(asset.tags().toArray(String[]::new));
        values.add(SourceAttributesJson.write(asset.sourceAttributes()));
        values.add(ContentHash.ofContent(asset).bytes());
        values.add(rowHash.bytes());
        values.add(scope.clientAccountId().value());
        values.add(engagementId.value());
        values.add(draft.key().sourceSystem());
        values.add(draft.key().externalKey());
        if (id != null) {
            values.add(id);
        }
        return values.toArray();
    }
}
