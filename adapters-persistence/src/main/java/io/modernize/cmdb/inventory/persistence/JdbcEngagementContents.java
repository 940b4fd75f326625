package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.application.EngagementContents;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JdbcEngagementContents implements EngagementContents {
    /**
     * Reads a page of relations. The first condition on the position limits the index scan, and the second one is the
     * whole condition.
     */
    private static final String RELATIONS = """
        select r.parent_asset_id, r.child_asset_id, r.relation_type, p.source_system as parent_system,
            p.external_key as parent_key, c.source_system as child_system, c.external_key as child_key
        from cmdb_asset_relations r
        join cmdb_assets p on p.client_account_id = :client and p.id = r.parent_asset_id
        join cmdb_assets c on c.client_account_id = :client and c.id = r.child_asset_id
        where r.client_account_id = :client and r.engagement_id = :engagement
          and (:parent::uuid is null or r.parent_asset_id >= :parent::uuid)
          and (:parent::uuid is null or (r.parent_asset_id, r.child_asset_id, r.relation_type)
              > (:parent::uuid, :child::uuid, :type::text))
        order by r.parent_asset_id, r.child_asset_id, r.relation_type
        limit :limit
        """;

    private final TenantJdbc jdbc;

    JdbcEngagementContents(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long countAssets(TenantScope scope, EngagementId engagementId) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql("select count(*) from cmdb_assets where client_account_id = ? and engagement_id = ?")
                        .params(scope.clientAccountId().value(), engagementId.value())
                        .query(Long.class)
                        .single());
    }

    @Override
    public List<NamedRelation> relations(
            TenantScope scope, EngagementId engagementId, @Nullable Relation after, int limit) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, RELATIONS)
                        .param("engagement", engagementId.value())
                        .param("parent", after == null ? null : after.parent().value())
                        .param("child", after == null ? null : after.child().value())
                        .param("type", after == null ? null : after.type())
                        .param("limit", limit)
                        .query(JdbcEngagementContents::relation)
                        .list());
    }

    private static NamedRelation relation(ResultSet row, int number) throws SQLException {
        return new NamedRelation(
                new Relation(
                        new AssetId(row.getObject("parent_asset_id", UUID.class)),
                        new AssetId(row.getObject("child_asset_id", UUID.class)),
                        row.getString("relation_type")),
                new AssetKey(row.getString("parent_system"), row.getString("parent_key")),
                new AssetKey(row.getString("child_system"), row.getString("child_key")));
    }
}
