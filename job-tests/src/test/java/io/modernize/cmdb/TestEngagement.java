package io.modernize.cmdb;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engagement under test, and what the database holds of it: everything, past the ports. */
public record TestEngagement(TenantScope scope, EngagementId id, TenantTransactions transactions, JdbcClient jdbc) {

    public record StoredAsset(
            String sourceSystem,
            String externalKey,
            String name,
            @Nullable String description,
            @Nullable String location,
            @Nullable BigDecimal storageGib,
            String sourceAttributes,
            OffsetDateTime updatedAt) {}

    public record StoredRelation(String parent, String child, String type) {}

    /** By source system and external key. */
    public List<StoredAsset> assets() {
        return transactions.inScope(
                scope,
                () -> jdbc.sql("""
                    select source_system, external_key, name, description, location, storage_gib,
                        source_attributes::text as source_attributes, updated_at
                    from cmdb_assets where engagement_id = ? order by source_system, external_key collate "C"
                    """).param(id.value()).query(StoredAsset.class).list());
    }

    /** In the order of the alphabet. */
    public List<String> names() {
        return assets().stream().map(StoredAsset::name).sorted().toList();
    }

    public List<String> keys() {
        return assets().stream().map(StoredAsset::externalKey).toList();
    }

    public StoredAsset asset(String name) {
        return assets().stream()
                .filter(asset -> asset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no asset " + name + " among " + names()));
    }

    public List<StoredRelation> relations() {
        return transactions.inScope(
                scope,
                () -> jdbc.sql("""
                    select p.name as parent, c.name as child, r.relation_type as type
                    from cmdb_asset_relations r
                    join cmdb_assets p on p.id = r.parent_asset_id
                    join cmdb_assets c on c.id = r.child_asset_id
                    where r.engagement_id = ? order by 1, 2, 3
                    """)
                        .param(id.value())
                        .query(StoredRelation.class)
                        .list());
    }

    public long imports() {
        return count("select count(*) from asset_imports where engagement_id = ?");
    }

    /** Keys noted by imports of the engagement, which only an unfinished one needs. */
    public long claimedKeys() {
        return count("select count(*) from asset_import_keys k join asset_imports i on i.id = k.import_id"
                + " where i.engagement_id = ?");
    }

    public long embeddings() {
        return count("select count(*) from cmdb_asset_embeddings where engagement_id = ?");
    }

    private long count(String sql) {
        return transactions.inScope(
                scope, () -> jdbc.sql(sql).param(id.value()).query(Long.class).single());
    }

    /** A change from outside, such as another process makes. */
    public int change(String sql, Object... parameters) {
        return transactions.inScope(
                scope, () -> jdbc.sql(sql).params(parameters).update());
    }
}
