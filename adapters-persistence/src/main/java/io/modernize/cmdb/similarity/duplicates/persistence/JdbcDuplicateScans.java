package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.similarity.duplicates.AssetVersion;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey.Kind;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scans in {@code duplicate_scans}, and what they note in {@code duplicate_keys} and {@code duplicate_pairs}. Many rows
 * travel as one JSON text: one statement a page, whatever its size.
 */
@Component
class JdbcDuplicateScans implements DuplicateScans {
    /** Groups of one statement. */
    private static final int BATCH = 1_000;

    /** Locks each asset that a row names: one deleted meanwhile is passed over and does not fail the page. */
    static final String INSERT_KEYS = """
        insert into duplicate_keys (client_account_id, engagement_id, kind, value, asset_id)
        select :client, :engagement, k.kind, k.value, existing.id
        from jsonb_to_recordset(:rows::jsonb) as k (asset_id uuid, kind text, value text)
        cross join lateral (select a.id from cmdb_assets a
            where a.client_account_id = :client and a.engagement_id = :engagement and a.id = k.asset_id
            limit 1 for key share) as existing
        on conflict do nothing
        """;

    /**
     * Looks up asset by asset and key by key, however few rows the planner expects of an engagement: the limits keep it
     * from reading all of them instead. Of a key it reads one entry more than the commonest may have.
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

    static final String INSERT_PAIRS = """
        insert into duplicate_pairs (client_account_id, engagement_id, first_asset_id, second_asset_id,
            first_content_hash, second_content_hash, serial_number, address, name_similarity, vector_similarity, score)
        select :client, :engagement, one.id, other.id, p.first_content_hash, p.second_content_hash, p.serial_number,
            p.address, p.name_similarity, p.vector_similarity, p.score
        from jsonb_to_recordset(:rows::jsonb) as p (first_asset_id uuid, second_asset_id uuid,
            first_content_hash bytea, second_content_hash bytea, serial_number text, address text,
            name_similarity float8, vector_similarity float8, score float8)
        cross join lateral (select a.id from cmdb_assets a
            where a.client_account_id = :client and a.engagement_id = :engagement and a.id = p.first_asset_id
            limit 1 for key share) as one
        cross join lateral (select a.id from cmdb_assets a
            where a.client_account_id = :client and a.engagement_id = :engagement and a.id = p.second_asset_id
            limit 1 for key share) as other
        on conflict (client_account_id, first_asset_id, second_asset_id) do update set
            first_content_hash = excluded.first_content_hash, second_content_hash = excluded.second_content_hash,
            serial_number = excluded.serial_number, address = excluded.address,
            name_similarity = excluded.name_similarity, vector_similarity = excluded.vector_similarity,
            score = excluded.score
        where excluded.score > duplicate_pairs.score
        """;

    private static final String INSERT_GROUPS = """
        insert into duplicate_groups (client_account_id, id, engagement_id, score, serial_numbers, addresses,
            name_similarity, vector_similarity, found_at)
        select :client, g.id, :engagement, g.score, g.serial_numbers, g.addresses, g.name_similarity,
            g.vector_similarity, :now
        from jsonb_to_recordset(:rows::jsonb) as g (id uuid, score float8, serial_numbers text[], addresses text[],
            name_similarity float8, vector_similarity float8)
        on conflict (client_account_id, id) do update set
            score = excluded.score, serial_numbers = excluded.serial_numbers, addresses = excluded.addresses,
            name_similarity = excluded.name_similarity, vector_similarity = excluded.vector_similarity
        """;

    private static final String INSERT_MEMBERS = """
        insert into duplicate_group_members (client_account_id, engagement_id, group_id, asset_id, content_hash)
        select :client, :engagement, m.group_id, existing.id, m.content_hash
        from jsonb_to_recordset(:rows::jsonb) as m (group_id uuid, asset_id uuid, content_hash bytea)
        cross join lateral (select a.id from cmdb_assets a
            where a.client_account_id = :client and a.engagement_id = :engagement and a.id = m.asset_id
            limit 1 for key share) as existing
        """;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    JdbcDuplicateScans(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DuplicateScan> find(TenantScope scope, EngagementId engagementId) {
        scope.requireCovers(engagementId);
        return transactions.inScope(
                scope,
                () -> statement(
                                scope,
                                engagementId,
                                "select * from duplicate_scans"
                                        + " where client_account_id = :client and engagement_id = :engagement")
                        .query(JdbcDuplicateScans::scan)
                        .optional());
    }

    private static DuplicateScan scan(ResultSet row, int number) throws SQLException {
        UUID after = row.getObject("after_asset_id", UUID.class);
        return new DuplicateScan(
                new EngagementId(row.getObject("engagement_id", UUID.class)),
                Phase.valueOf(row.getString("phase")),
                after == null ? null : new AssetId(after),
                row.getLong("compared_assets"),
                row.getLong("total_assets"),
                row.getInt("group_count"),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public DuplicateScan begin(TenantScope scope, EngagementId engagementId, Instant now) {
        scope.requireCovers(engagementId);
        return transactions.inScope(scope, () -> {
            delete(scope, engagementId, "duplicate_keys");
            delete(scope, engagementId, "duplicate_pairs");
            long total = statement(
                            scope,
                            engagementId,
                            "select count(*) from cmdb_assets"
                                    + " where client_account_id = :client and engagement_id = :engagement")
                    .query(Long.class)
                    .single();
            DuplicateScan scan = DuplicateScan.begin(engagementId, total, now);
            save(scope, scan);
            return scan;
        });
    }

    @Override
    public void save(TenantScope scope, DuplicateScan scan) {
        scope.requireCovers(scan.engagementId());
        AssetId after = scan.after();
        transactions.runInScope(
                scope,
                () -> statement(scope, scan.engagementId(), """
                    insert into duplicate_scans (client_account_id, engagement_id, phase, after_asset_id, compared_assets,
                        total_assets, group_count, started_at)
                    values (:client, :engagement, :phase, :after, :compared, :total, :groups, :startedAt)
                    on conflict (client_account_id, engagement_id) do update set
                        phase = excluded.phase, after_asset_id = excluded.after_asset_id,
                        compared_assets = excluded.compared_assets, total_assets = excluded.total_assets,
                        group_count = excluded.group_count, started_at = excluded.started_at, updated_at = now()
                    """)
                        .param("phase", scan.phase().name())
                        .param("after", after == null ? null : after.value())
                        .param("compared", scan.compared())
                        .param("total", scan.total())
                        .param("groups", scan.groups())
                        .param("startedAt", scan.startedAt().atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Override
    public void saveKeys(TenantScope scope, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> keys) {
        scope.requireCovers(engagementId);
        record KeyRow(UUID asset_id, String kind, String value) {}
        List<KeyRow> rows = keys.entrySet().stream()
                .flatMap(asset -> asset.getValue().stream()
                        .map(key ->
                                new KeyRow(asset.getKey().value(), key.kind().name(), key.value())))
                .toList();
        transactions.runInScope(
                scope,
                () -> statement(scope, engagementId, INSERT_KEYS)
                        .param("rows", json(rows))
                        .update());
    }

    @Override
    public List<SharedKey> sharedKeys(TenantScope scope, EngagementId engagementId, Collection<AssetId> assetIds) {
        scope.requireCovers(engagementId);
        return transactions.inScope(
                scope,
                () -> statement(scope, engagementId, SHARED_KEYS)
                        .param("assets", uuids(assetIds))
                        .param("mostKeys", DuplicateKey.MAX_OF_AN_ASSET)
                        .param("mostAssets", DuplicateKey.MAX_ASSETS)
                        .query((row, number) -> new SharedKey(
                                new DuplicateKey(Kind.valueOf(row.getString("kind")), row.getString("value")),
                                Arrays.stream((UUID[]) row.getArray("assets").getArray())
                                        .map(AssetId::new)
                                        .collect(Collectors.toSet())))
                        .stream()
                        .filter(key -> key.assetIds().size() <= key.key().kind().maxAssets())
                        .toList());
    }

    @Override
    public void savePairs(TenantScope scope, EngagementId engagementId, List<DuplicatePair> pairs) {
        scope.requireCovers(engagementId);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (DuplicatePair pair : pairs) {
            DuplicateEvidenceRow evidence = DuplicateEvidenceRow.of(pair.evidence());
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("first_asset_id", pair.first().id().value());
            row.put("second_asset_id", pair.second().id().value());
            row.put("first_content_hash", bytea(pair.first().contentHash()));
            row.put("second_content_hash", bytea(pair.second().contentHash()));
            row.put("serial_number", evidence.serialNumber());
            row.put("address", evidence.address());
            row.put("name_similarity", evidence.nameSimilarity());
            row.put("vector_similarity", evidence.vectorSimilarity());
            row.put("score", pair.score());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            transactions.runInScope(
                    scope,
                    () -> statement(scope, engagementId, INSERT_PAIRS)
                            .param("rows", json(rows))
                            .update());
        }
    }

    @Override
    public List<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId) {
        scope.requireCovers(engagementId);
        return transactions.inScope(
                scope,
                () -> statement(
                                scope,
                                engagementId,
                                "select * from duplicate_pairs"
                                        + " where client_account_id = :client and engagement_id = :engagement")
                        .query(JdbcDuplicateScans::pair)
                        .list());
    }

    private static DuplicatePair pair(ResultSet row, int number) throws SQLException {
        DuplicateEvidenceRow evidence = new DuplicateEvidenceRow(
                Stream.ofNullable(row.getString("serial_number")).toList(),
                Stream.ofNullable(row.getString("address")).toList(),
                row.getObject("name_similarity", Double.class),
                row.getObject("vector_similarity", Double.class));
        return new DuplicatePair(
                version(row, "first"), version(row, "second"), evidence.toDomain(), row.getDouble("score"));
    }

    private static AssetVersion version(ResultSet row, String place) throws SQLException {
        return new AssetVersion(
                new AssetId(Objects.requireNonNull(row.getObject(place + "_asset_id", UUID.class))),
                ContentHash.ofBytes(row.getBytes(place + "_content_hash")));
    }

    @Override
    public void publish(TenantScope scope, EngagementId engagementId, List<ProposedGroup> groups, Instant now) {
        scope.requireCovers(engagementId);
        transactions.runInScope(scope, () -> {
            delete(scope, engagementId, "duplicate_group_members");
            statement(
                            scope,
                            engagementId,
                            "delete from duplicate_groups where client_account_id = :client"
                                    + " and engagement_id = :engagement and id <> all(:kept)")
                    .param(
                            "kept",
                            groups.stream().map(group -> group.id().value()).toArray(UUID[]::new))
                    .update();
            for (int from = 0; from < groups.size(); from += BATCH) {
                insert(scope, engagementId, groups.subList(from, Math.min(groups.size(), from + BATCH)), now);
            }
            delete(scope, engagementId, "duplicate_pairs");
        });
    }

    private void insert(TenantScope scope, EngagementId engagementId, List<ProposedGroup> groups, Instant now) {
        record MemberRow(UUID group_id, UUID asset_id, String content_hash) {}
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<MemberRow> members = new ArrayList<>();
        for (ProposedGroup group : groups) {
            DuplicateEvidenceRow evidence = DuplicateEvidenceRow.of(group.evidence());
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", group.id().value());
            row.put("score", group.score());
            row.put("serial_numbers", evidence.serialNumbers());
            row.put("addresses", evidence.addresses());
            row.put("name_similarity", evidence.nameSimilarity());
            row.put("vector_similarity", evidence.vectorSimilarity());
            rows.add(row);
            group.members()
                    .forEach(member -> members.add(
                            new MemberRow(group.id().value(), member.id().value(), bytea(member.contentHash()))));
        }
        statement(scope, engagementId, INSERT_GROUPS)
                .param("rows", json(rows))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        statement(scope, engagementId, INSERT_MEMBERS)
                .param("rows", json(members))
                .update();
    }

    private void delete(TenantScope scope, EngagementId engagementId, String table) {
        statement(
                        scope,
                        engagementId,
                        "delete from " + table + " where client_account_id = :client and engagement_id = :engagement")
                .update();
    }

    private JdbcClient.StatementSpec statement(TenantScope scope, EngagementId engagementId, String sql) {
        return jdbc.sql(sql).param("client", scope.clientAccountId().value()).param("engagement", engagementId.value());
    }

    private static UUID[] uuids(Collection<AssetId> assetIds) {
        return assetIds.stream().map(AssetId::value).toArray(UUID[]::new);
    }

    private static String json(Object rows) {
        return JsonMapper.shared().writeValueAsString(rows);
    }

    private static String bytea(ContentHash hash) {
        return "\\x" + hash;
    }
}
