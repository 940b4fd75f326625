package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroupsQuery;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads groups in {@code duplicate_groups}. Whether a group is dismissed or stale follows from its members as they are
 * now.
 */
@Component
class JdbcDuplicateGroups implements DuplicateGroups {
    /** The members of a group, its state, and its dismissal if that is about the members as they are now. */
    private static final String GROUPS = """
        from duplicate_groups g
        cross join lateral (
            select array_agg(a.id order by a.id) as assets, bool_or(m.content_hash <> a.content_hash) as changed,
                sha256(string_agg(a.content_hash, ''::bytea order by a.id)) as fingerprint
            from duplicate_group_members m
            join cmdb_assets a on a.client_account_id = m.client_account_id and a.id = m.asset_id
            where m.client_account_id = g.client_account_id and m.group_id = g.id) s
        left join duplicate_dismissals d on d.client_account_id = g.client_account_id and d.group_id = g.id
            and d.fingerprint = s.fingerprint
        where g.client_account_id = :client
          and (:allEngagements or g.engagement_id = any(:engagements))
          and cardinality(s.assets) > 1
        """;

    private final TenantJdbc jdbc;
    private final AssetCatalog catalog;

    JdbcDuplicateGroups(TenantJdbc jdbc, AssetCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    @Override
    public Page<DuplicateGroup> page(DuplicateGroupsQuery query) {
        GroupPosition after = query.after();
        return jdbc.page(
                query.scope(),
                after,
                query.limit(),
                most -> withAssets(
                        query.scope(),
                        jdbc.sql(query.scope(), "select g.*, s.assets, s.changed, d.dismissed_at " + GROUPS + """
                              and (:includeDismissed or d.group_id is null)
                              and (:afterScore::float8 is null
                                  or g.score < :afterScore::float8
                                  or (g.score = :afterScore::float8 and g.id > :afterId::uuid))
                            order by g.score desc, g.id
                            limit :limit
                            """)
                                .param("includeDismissed", query.includeDismissed())
                                .param("afterScore", after == null ? null : after.score())
                                .param(
                                        "afterId",
                                        after == null ? null : after.id().value())
                                .param("limit", most)
                                .query(JdbcDuplicateGroups::row)
                                .list()));
    }

    @Override
    public Optional<DuplicateGroup> find(TenantScope scope, DuplicateGroupId id) {
        return jdbc.inScope(
                scope,
                () -> withAssets(
                                scope,
                                jdbc.sql(
                                                scope,
                                                "select g.*, s.assets, s.changed, d.dismissed_at " + GROUPS
                                                        + " and g.id = :id")
                                        .param("id", id.value())
                                        .query(JdbcDuplicateGroups::row)
                                        .list())
                        .stream()
                        .findFirst());
    }

    @Override
    public Optional<DuplicateGroup> dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by, Instant now) {
        return jdbc.inScope(scope, () -> {
            jdbc.sql(scope, """
                insert into duplicate_dismissals as known (client_account_id, engagement_id, group_id, fingerprint,
                    directory_tenant_id, object_id, dismissed_at)
                select g.client_account_id, g.engagement_id, g.id, s.fingerprint, :directory, :object, :now
                """ + GROUPS + """
                  and g.id = :id
                on conflict (client_account_id, group_id) do update set
                    fingerprint = excluded.fingerprint, directory_tenant_id = excluded.directory_tenant_id,
                    object_id = excluded.object_id, dismissed_at = excluded.dismissed_at
                where known.fingerprint <> excluded.fingerprint
                """)
                    .param("id", id.value())
                    .param("directory", by.directoryTenantId())
                    .param("object", by.objectId())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
            return find(scope, id);
        });
    }

    @Override
    public Optional<DuplicateGroup> restore(TenantScope scope, DuplicateGroupId id) {
        return jdbc.inScope(scope, () -> {
            jdbc.sql(scope, """
                delete from duplicate_dismissals
                where client_account_id = :client and group_id = :id
                  and (:allEngagements or engagement_id = any(:engagements))
                """).param("id", id.value()).update();
            return find(scope, id);
        });
    }

    private List<DuplicateGroup> withAssets(TenantScope scope, List<Row> rows) {
        Map<AssetId, Asset> assets = new HashMap<>();
        catalog.findAll(
                        scope,
                        rows.stream().flatMap(row -> row.members().stream()).toList())
                .forEach(asset -> assets.put(asset.id(), asset));
        return rows.stream().map(row -> row.toDomain(assets)).toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime dismissedAt = row.getObject("dismissed_at", OffsetDateTime.class);
        return new Row(
                new DuplicateGroupId(row.getObject("id", UUID.class)),
                new EngagementId(row.getObject("engagement_id", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("assets").getArray())
                        .map(AssetId::new)
                        .toList(),
                new DuplicateEvidenceRow(
                        List.of((String[]) row.getArray("serial_numbers").getArray()),
                        List.of((String[]) row.getArray("addresses").getArray()),
                        row.getObject("name_similarity", Double.class),
                        row.getObject("vector_similarity", Double.class)),
                row.getDouble("score"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("changed"),
                dismissedAt == null ? null : dismissedAt.toInstant());
    }

    private record Row(
            DuplicateGroupId id,
            EngagementId engagementId,
            List<AssetId> members,
            DuplicateEvidenceRow evidence,
            double score,
            Instant foundAt,
            boolean changed,
            @Nullable Instant dismissedAt) {

        DuplicateGroup toDomain(Map<AssetId, Asset> assets) {
            return new DuplicateGroup(
                    id,
                    engagementId,
                    members.stream()
                            .flatMap(member -> Stream.ofNullable(assets.get(member)))
                            .toList(),
                    evidence.toDomain(),
                    score,
                    foundAt,
                    // The id follows from the members that the scan found, and so tells whether one of them is gone.
                    changed || !id.equals(DuplicateGroupId.of(members)),
                    dismissedAt);
        }
    }
}
