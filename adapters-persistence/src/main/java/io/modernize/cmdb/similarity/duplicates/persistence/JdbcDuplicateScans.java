package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Stores scans in {@code duplicate_scans}, and their intermediate results in {@code duplicate_keys} and {@code
 * duplicate_pairs}.
 */
@Component
class JdbcDuplicateScans implements DuplicateScans {
    private final TenantJdbc jdbc;
    private final EngagementStatements statements;
    private final DuplicateKeyRows keys;
    private final DuplicatePairRows pairs;
    private final DuplicateGroupRows groups;

    JdbcDuplicateScans(TenantJdbc jdbc) {
        this.jdbc = jdbc;
        this.statements = new EngagementStatements(jdbc);
        this.keys = new DuplicateKeyRows(statements);
        this.pairs = new DuplicatePairRows(statements);
        this.groups = new DuplicateGroupRows(statements);
    }

    @Override
    public Optional<DuplicateScan> find(TenantScope scope, EngagementId engagementId) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(
                scope,
                () -> statements
                        .of(
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
        return jdbc.inScope(scope, () -> {
            keys.deleteAll(scope, engagementId);
            pairs.deleteAll(scope, engagementId);
            long total = statements
                    .of(
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
        jdbc.runInScope(
                scope,
                () -> statements
                        .of(scope, scan.engagementId(), """
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
    public void saveKeys(TenantScope scope, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> noted) {
        scope.requireCovers(engagementId);
        jdbc.runInScope(scope, () -> keys.insert(scope, engagementId, noted));
    }

    @Override
    public List<SharedKey> sharedKeys(TenantScope scope, EngagementId engagementId, Collection<AssetId> assetIds) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(scope, () -> keys.shared(scope, engagementId, assetIds));
    }

    @Override
    public void savePairs(TenantScope scope, EngagementId engagementId, List<DuplicatePair> judged) {
        scope.requireCovers(engagementId);
        if (!judged.isEmpty()) {
            jdbc.runInScope(scope, () -> pairs.insert(scope, engagementId, judged));
        }
    }

    @Override
    public List<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(scope, () -> pairs.all(scope, engagementId));
    }

    @Override
    public void publish(TenantScope scope, EngagementId engagementId, List<ProposedGroup> found, Instant now) {
        scope.requireCovers(engagementId);
        jdbc.runInScope(scope, () -> {
            groups.replace(scope, engagementId, found, now);
            pairs.deleteAll(scope, engagementId);
        });
    }
}
