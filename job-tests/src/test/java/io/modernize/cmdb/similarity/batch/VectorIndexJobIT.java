package io.modernize.cmdb.similarity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.BatchTest;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditedAccount;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintainedAccount;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.similarity.search.application.RandomVectors;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BatchTest
class VectorIndexJobIT {
    /** Where the test application's policy gives an index. */
    private static final int BORDER = 200;

    @Autowired
    VectorIndexJobs jobs;

    @Autowired
    VectorIndexes indexes;

    @Autowired
    InspectVectorIndex inspection;

    @Autowired
    RecallAudits audits;

    @Autowired
    ServiceLocks locks;

    @Autowired
    EmbeddingSpaces spaces;

    @Autowired
    EmbeddingStore store;

    @Autowired
    AssetCatalog catalog;

    @Autowired
    TestEngagements engagements;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.shared().ownerDataSource());
    private TestEngagement large;
    private TestEngagement small;

    @BeforeEach
    void embed() {
        large = engagements.create();
        small = engagements.create();
        RandomVectors vectors = new RandomVectors(catalog, store);
        vectors.add(large.scope(), large.id(), spaces.common(), BORDER);
        vectors.add(small.scope(), small.id(), spaces.common(), 3);
    }

    @Test
    void givesEachClientAccountWhatItNeeds() {
        MaintenanceRun run = completed(jobs.maintain(MaintenanceProgress.SILENT));

        MaintenanceOutcome.Built built = (MaintenanceOutcome.Built) outcome(run, large);
        assertThat(built.index().rows()).isEqualTo(BORDER);
        assertThat(built.audit()).isInstanceOf(AuditOutcome.Audited.class);
        assertThat(outcome(run, small)).isEqualTo(new MaintenanceOutcome.Kept(new IndexState(3, 3, null)));
        assertThat(inspection.health(large.scope()).indexName())
                .isEqualTo(built.index().name());
        assertThat(inspection.health(small.scope()).indexName()).isNull();

        MaintenanceRun again = completed(jobs.maintain(MaintenanceProgress.SILENT));
        assertThat(outcome(again, large)).isInstanceOf(MaintenanceOutcome.Kept.class);
    }

    @Test
    void tellsWhoseTurnItIsAndWhatCameOfIt() {
        List<String> events = new ArrayList<>();

        jobs.maintain(new MaintenanceProgress() {
            @Override
            public BuildProgress beginning(ClientAccount account) {
                events.add("begin " + account.id());
                return BuildProgress.SILENT;
            }

            @Override
            public void ended(MaintainedAccount account) {
                events.add(account.outcome().getClass().getSimpleName() + " "
                        + account.account().id());
            }
        });

        assertThat(events)
                .containsSubsequence("begin " + clientOf(large), "Built " + clientOf(large))
                .containsSubsequence("begin " + clientOf(small), "Kept " + clientOf(small));
    }

    @Test
    void goesOnWithTheOthersWhereOneFails() {
        // A table in the place that the index's name is for.
        String name = "cmdb_hnsw_" + clientOf(large).toString().replace("-", "") + "_"
                + spaces.common().id().toString().substring(0, 8) + "_g0";
        owner.sql("create table " + name + " ()").update();
        TestEngagement next = engagements.create();
        new RandomVectors(catalog, store).add(next.scope(), next.id(), spaces.common(), BORDER);
        try {
            MaintenanceRun run = completed(jobs.maintain(MaintenanceProgress.SILENT));

            assertThat(outcome(run, large))
                    .isEqualTo(new MaintenanceOutcome.Failed("the index could not be built; the log has the details"));
            assertThat(outcome(run, next)).isInstanceOf(MaintenanceOutcome.Built.class);
        } finally {
            owner.sql("drop table " + name).update();
        }
        MaintenanceRun again = completed(jobs.maintain(MaintenanceProgress.SILENT));
        assertThat(outcome(again, large)).isInstanceOf(MaintenanceOutcome.Built.class);
    }

    @Test
    void leavesAnIndexForLaterWhileAnotherProcessChangesIndexes() {
        try (Exclusive held = indexes.tryExclusively(small.scope()).orElseThrow()) {
            assertThat(held).isNotNull();
            MaintenanceRun run = completed(jobs.maintain(MaintenanceProgress.SILENT));

            assertThat(outcome(run, large)).isEqualTo(new MaintenanceOutcome.Busy());
            assertThat(outcome(run, small)).isInstanceOf(MaintenanceOutcome.Kept.class);
        }
    }

    @Test
    void runsOncePerServiceAtATime() {
        try (Held maintenance = locks.tryAcquire("maintainVectorIndexes").orElseThrow();
                Held audit = locks.tryAcquire("auditRecall").orElseThrow()) {
            assertThat(maintenance).isNotSameAs(audit);
            assertThat(jobs.maintain(MaintenanceProgress.SILENT))
                    .isEqualTo(new MaintenanceRun(new JobEnd.Busy(), List.of()));
            assertThat(jobs.audit(account -> {})).isEqualTo(new AuditRun(new JobEnd.Busy(), List.of()));
        }
        assertThat(jobs.audit(account -> {}).end()).isEqualTo(new JobEnd.Completed());
    }

    @Test
    void auditsEachClientAccountThatIsSearchedByAnApproximatePlan() {
        jobs.maintain(MaintenanceProgress.SILENT);
        List<AuditedAccount> heard = new ArrayList<>();

        AuditRun run = jobs.audit(heard::add);
        assertThat(run.end()).isEqualTo(new JobEnd.Completed());

        assertThat(heard).isEqualTo(run.accounts());
        AuditOutcome.Audited audited = (AuditOutcome.Audited) auditOf(run, large);
        assertThat(audited.audit().strategy()).isEqualTo(Strategy.APPROXIMATE);
        assertThat(audited.audit().met()).isTrue();
        // One when the index was built, and this one.
        assertThat(inspection.audits(large.scope(), null, 10).entries()).hasSize(2);
        assertThat(auditOf(run, small)).isEqualTo(new AuditOutcome.NotNeeded(3));
    }

    @Test
    void countsClientAccountsWhoseLastAuditMissedTheTarget() {
        int before = jobs.countBelowTarget();

        audits.append(small.scope(), spaces.common(), audit(1, 0.9));
        assertThat(jobs.countBelowTarget()).isEqualTo(before + 1);

        audits.append(small.scope(), spaces.common(), audit(2, 0.995));
        assertThat(jobs.countBelowTarget()).isEqualTo(before);
    }

    @Test
    void leavesNothingOfAClientAccountInBatchsTables() {
        jobs.maintain(MaintenanceProgress.SILENT);
        jobs.audit(account -> {});

        assertThat(owner.sql("select count(*) from batch_job_execution_params where parameter_value like '%' || ?"
                                + " || '%'")
                        .param(clientOf(large).toString())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.sql("select count(*) from batch_step_execution_context"
                                + " where short_context || coalesce(serialized_context, '') like '%' || ? || '%'")
                        .param(clientOf(large).toString())
                        .query(Long.class)
                        .single())
                .isZero();
        // Not even in a shape that cannot be looked through.
        assertThat(owner.sql("select distinct short_context || coalesce(serialized_context, '') from ("
                                + "select short_context, serialized_context from batch_job_execution_context union all"
                                + " select short_context, serialized_context from batch_step_execution_context) c")
                        .query(String.class)
                        .list())
                .containsExactly("{}");
    }

    private static RecallAudit audit(int minute, double recall) {
        return new RecallAudit(
                Instant.EPOCH.plusSeconds(60L * minute), Strategy.QUANTISED, 400, 9_000, 50, 10, recall, 0.99, 1, 1, 1);
    }

    private static MaintenanceRun completed(MaintenanceRun run) {
        assertThat(run.end()).isEqualTo(new JobEnd.Completed());
        return run;
    }

    private static ClientAccountId clientOf(TestEngagement engagement) {
        return engagement.scope().clientAccountId();
    }

    private static MaintenanceOutcome outcome(MaintenanceRun run, TestEngagement engagement) {
        return run.accounts().stream()
                .filter(account -> account.account().id().equals(clientOf(engagement)))
                .map(MaintainedAccount::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static AuditOutcome auditOf(AuditRun run, TestEngagement engagement) {
        return run.accounts().stream()
                .filter(account -> account.account().id().equals(clientOf(engagement)))
                .map(AuditedAccount::outcome)
                .findFirst()
                .orElseThrow();
    }
}
