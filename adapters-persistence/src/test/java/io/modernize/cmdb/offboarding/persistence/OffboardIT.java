package io.modernize.cmdb.offboarding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.offboarding.application.ClientAccountResources;
import io.modernize.cmdb.offboarding.application.Offboard;
import io.modernize.cmdb.offboarding.application.Offboard.Preparation;
import io.modernize.cmdb.offboarding.application.Offboard.Progress;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Completed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.EngagementBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.ResourcesBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Stopped;
import io.modernize.cmdb.offboarding.application.StoredRows;
import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.TenantIsolationIT;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two client accounts of two engagements each, with rows in every tenant table of the catalogue: what is offboarded is gone
 * from all of them, and of the others no row has changed.
 */
@PersistenceTest
class OffboardIT {
    private static final BooleanSupplier GO_ON = () -> false;

    private static final EmbeddingSpace SPACE = new EmbeddingSpace(
            EmbeddingSpaceId.of("00000000-0000-0000-0000-000000000001"), "test", "test", 3, Distance.COSINE, 1);

    private final JdbcClient admin = KeptLogins.admin();
    private final ClientAccountId northwind = new ClientAccountId(UUID.randomUUID());
    private final ClientAccountId harbor = new ClientAccountId(UUID.randomUUID());

    @Autowired
    private EngagementCatalog engagements;

    @Autowired
    private EngagementLocks locks;

    @Autowired
    private StoredRows rows;

    @Autowired
    private ClientAccountResources resources;

    @Autowired
    private VectorIndexes indexes;

    private Offboard offboard;
    private EngagementId exit;
    private EngagementId erp;

    @BeforeEach
    void fillEveryTable() throws SQLException {
        try (Connection connection = TestDatabase.shared().adminDataSource().getConnection()) {
            JdbcClient owner = KeptLogins.owner();
            int created = owner.sql(
                            "insert into embedding_spaces (id, provider, model, dimensions, distance, template_version)"
                                    + " values (?, 'test', 'test', 3, 'COSINE', 1) on conflict do nothing")
                    .param(SPACE.id().value())
                    .update();
            if (created > 0) {
                owner.sql("call create_embedding_partitions(?, 2)")
                        .param(SPACE.id().value())
                        .update();
            }
            for (ClientAccountId client : List.of(northwind, harbor)) {
                TenantIsolationIT.seed(connection, client.value(), "client-" + client, "exit");
                TenantIsolationIT.seed(connection, client.value(), "client-" + client, "erp");
            }
        }
        build(TenantScope.forJob(northwind));
        build(TenantScope.forJob(harbor));
        exit = engagement("exit");
        erp = engagement("erp");
        offboard = offboard(rows);
    }

    @Test
    void deletesAnEngagementAndNothingElse() {
        TenantScope scope = TenantScope.forJob(northwind, exit);
        Map<String, List<String>> others = rowsOfOthers(exit);
        List<TableRows> before = present(rows.count(scope));
        List<String> indexesBefore = resources.names(TenantScope.forJob(northwind));

        OffboardingOutcome outcome = run(scope);

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(outcome.report().deleted()).isEqualTo(before);
        assertThat(outcome.report().deleted())
                .extracting(TableRows::table)
                .containsExactlyElementsOf(tablesOfEngagements());
        assertThat(outcome.report().released()).isEmpty();
        assertThat(rowsOfOthers(exit)).isEqualTo(others);
        assertThat(resources.names(TenantScope.forJob(northwind)))
                .isEqualTo(indexesBefore)
                .hasSize(1);
        for (String table : tablesWith("engagement_id")) {
            assertThat(count(table, "engagement_id", exit.value())).as(table).isZero();
        }
    }

    @Test
    void deletesAClientAccountAndNothingElse() {
        TenantScope scope = TenantScope.forJob(northwind);
        Map<String, List<String>> others = rowsOf(harbor);
        List<TableRows> before = present(rows.count(scope));
        List<String> index = resources.names(scope);

        OffboardingOutcome outcome = run(scope);

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(outcome.report().deleted()).isEqualTo(before);
        assertThat(outcome.report().deleted())
                .extracting(TableRows::table)
                .containsExactlyElementsOf(TenantTables.IN_ORDER_OF_DELETION.stream()
                        .map(TenantTable::name)
                        .toList());
        assertThat(outcome.report().released()).isEqualTo(index).hasSize(1);
        assertThat(rowsOf(northwind).values()).allMatch(List::isEmpty);
        assertThat(indexNames(northwind)).isEmpty();
        assertThat(rowsOf(harbor)).isEqualTo(others);
        assertThat(indexNames(harbor)).hasSize(1);
        assertThat(indexes.survey(TenantScope.forJob(harbor), SPACE).built()).isNotNull();
        assertThat(run(scope).report().deletedRows()).as("anew").isZero();
    }

    @Test
    void endsTheSameWhereverItIsCutOff() {
        TenantScope scope = TenantScope.forJob(northwind);
        Map<String, List<String>> others = rowsOf(harbor);
        long total =
                present(rows.count(scope)).stream().mapToLong(TableRows::rows).sum();
        long deleted = 0;
        boolean completed = false;
        for (int batchesOfRun = 0; !completed; batchesOfRun++) {
            AtomicInteger left = new AtomicInteger(batchesOfRun);
            OffboardingOutcome outcome =
                    offboard.run(scope, Preparation.NONE, Progress.SILENT, () -> left.getAndDecrement() == 0);
            deleted += outcome.report().deletedRows();
            completed = outcome instanceof Completed;
            assertThat(completed || outcome instanceof Stopped).isTrue();
        }

        assertThat(deleted).isEqualTo(total);
        assertThat(rowsOf(northwind).values()).allMatch(List::isEmpty);
        assertThat(indexNames(northwind)).isEmpty();
        assertThat(rowsOf(harbor)).isEqualTo(others);
    }

    @Test
    void keepsMembershipsThatCoverAnythingElse() throws SQLException {
        UUID ofBoth = UUID.randomUUID();
        UUID ofAll = UUID.randomUUID();
        for (UUID membership : List.of(ofBoth, ofAll)) {
            admin.sql("insert into memberships (client_account_id, id, directory_tenant_id, object_id, role,"
                            + " all_engagements) values (?, ?, gen_random_uuid(), gen_random_uuid(), 'ANALYST', ?)")
                    .params(northwind.value(), membership, membership.equals(ofAll))
                    .update();
        }
        for (EngagementId engagement : List.of(exit, erp)) {
            admin.sql("insert into membership_engagements (client_account_id, membership_id, engagement_id)"
                            + " values (?, ?, ?)")
                    .params(northwind.value(), ofBoth, engagement.value())
                    .update();
        }
        List<UUID> before = memberships();

        run(TenantScope.forJob(northwind, exit));

        assertThat(memberships()).contains(ofBoth, ofAll).hasSize(before.size() - 1);
    }

    @Test
    void letsNobodyImportEmbedOrCompareMeanwhile() {
        TenantScope scope = TenantScope.forJob(northwind);
        for (String work : EngagementLocks.ALL_WORK) {
            try (Held held = locks.tryAcquire(scope, erp, work).orElseThrow()) {
                assertThat(held).isNotNull();
                assertThat(run(scope)).as(work).isInstanceOf(EngagementBusy.class);
                assertThat(run(TenantScope.forJob(northwind, erp))).isInstanceOf(EngagementBusy.class);
            }
        }
        List<Boolean> free = new ArrayList<>();
        Preparation trying = (of, engagementsOf) -> {
            EngagementLocks.ALL_WORK.forEach(
                    work -> free.add(locks.tryAcquire(scope, exit, work).isPresent()));
            return false;
        };

        offboard.run(scope, trying, Progress.SILENT, GO_ON);

        assertThat(free).hasSize(3).containsOnly(false);
        assertThat(present(rows.count(scope))).hasSameSizeAs(TenantTables.IN_ORDER_OF_DELETION);
    }

    @Test
    void deletesNothingWhileIndexesAreBeingChanged() {
        TenantScope scope = TenantScope.forJob(northwind);
        Map<String, List<String>> before = rowsOf(northwind);
        try (Exclusive held = indexes.tryExclusively(TenantScope.forJob(harbor)).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(run(scope)).isInstanceOf(ResourcesBusy.class);
        }

        assertThat(rowsOf(northwind)).isEqualTo(before);
    }

    @Test
    void deletesInBatches() {
        TenantScope scope = TenantScope.forJob(northwind, exit);
        admin.sql("""
            with asset as (
                insert into cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name,
                    content_hash, row_hash)
                select ?, gen_random_uuid(), ?, 's', 'key-' || number, 'n', sha256('c'), sha256('r')
                from generate_series(1, 4500) as number returning client_account_id, engagement_id, id)
            insert into cmdb_asset_relations (client_account_id, engagement_id, parent_asset_id, child_asset_id,
                relation_type)
            select client_account_id, engagement_id, id, (select id from asset limit 1), 'Runs on::Runs' from asset
            """).params(northwind.value(), exit.value()).update();
        List<Long> progress = new ArrayList<>();

        OffboardingOutcome outcome = offboard.run(scope, Preparation.NONE, (done, total) -> progress.add(done), GO_ON);

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(outcome.report().deletedRows()).isGreaterThan(13_500);
        assertThat(progress).isSorted().endsWith(outcome.report().deletedRows());
        for (int i = 1; i < progress.size(); i++) {
            assertThat(progress.get(i) - progress.get(i - 1)).isLessThanOrEqualTo(2_000);
        }
    }

    private OffboardingOutcome run(TenantScope scope) {
        return offboard.run(scope, Preparation.NONE, Progress.SILENT, GO_ON);
    }

    private Offboard offboard(StoredRows deleting) {
        return new Offboard(engagements, locks, deleting, resources, Clock.systemUTC());
    }

    private void build(TenantScope scope) {
        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            held.build(SPACE, new HnswParameters(8, 32), BuildProgress.SILENT);
        }
    }

    private EngagementId engagement(String slug) {
        return engagements.engagements(TenantScope.forJob(northwind)).stream()
                .filter(engagement -> engagement.slug().value().equals(slug))
                .map(Engagement::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<TableRows> present(List<TableRows> tables) {
        return tables.stream().filter(table -> table.rows() > 0).toList();
    }

    private static List<String> tablesOfEngagements() {
        return TenantTables.IN_ORDER_OF_DELETION.stream()
                .filter(table -> table.ofEngagements().isPresent())
                .map(TenantTable::name)
                .toList();
    }

    /** Every row of every tenant table of the catalogue, as text. */
    private Map<String, List<String>> rowsOf(ClientAccountId client) {
        Map<String, List<String>> found = new TreeMap<>();
        for (String table : tablesWith("client_account_id")) {
            found.put(table, texts(table, "client_account_id = ?", client.value()));
        }
        found.put("client_accounts", texts("client_accounts", "id = ?", client.value()));
        assertThat(found).hasSizeGreaterThan(20);
        return found;
    }

    /** Rows of both client accounts that are not the engagement's. */
    private Map<String, List<String>> rowsOfOthers(EngagementId engagement) {
        List<String> imports = admin.sql("select id::text from asset_imports where engagement_id = ?")
                .param(engagement.value())
                .query((row, number) -> row.getString(1))
                .list();
        List<String> memberships = admin.sql(
                        "select membership_id::text from membership_engagements where engagement_id = ?")
                .param(engagement.value())
                .query((row, number) -> row.getString(1))
                .list();
        Map<String, List<String>> found = new TreeMap<>();
        for (ClientAccountId client : List.of(northwind, harbor)) {
            rowsOf(client)
                    .forEach((table, texts) -> found.put(
                            table + " of " + client,
                            texts.stream()
                                    .filter(text -> !text.contains(engagement.toString()))
                                    .filter(text -> imports.stream().noneMatch(text::contains))
                                    .filter(text -> memberships.stream().noneMatch(text::contains))
                                    .collect(Collectors.toList())));
        }
        return found;
    }

    private List<String> texts(String table, String condition, UUID id) {
        return admin.sql("select t::text from " + table + " t where " + condition + " order by 1")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> tablesWith(String column) {
        return admin.sql("select distinct table_name from information_schema.columns where table_schema = 'public'"
                        + " and column_name = ?"
                        + " and not (select relispartition from pg_class where oid = table_name::regclass)")
                .param(column)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long count(String table, String column, UUID id) {
        return admin.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<String> indexNames(ClientAccountId client) {
        return admin.sql("select relname from pg_class where relname like ?")
                .param("cmdb\\_hnsw\\_" + client.toString().replace("-", "") + "%")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<UUID> memberships() {
        return admin.sql("select id from memberships where client_account_id = ?")
                .param(northwind.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
