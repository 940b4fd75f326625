package io.modernize.cmdb.similarity.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.BatchTestApplication;
import io.modernize.cmdb.ScriptedEmbeddingModel;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.HashingEmbeddingModel;
import io.modernize.cmdb.embedding.application.NextEmbeddingModel;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle.LivingSpace;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace.ChangeOutcome;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole way from one embedding space to another and back, on a database of its own. */
@SpringBootTest(classes = BatchTestApplication.class, webEnvironment = WebEnvironment.NONE)
@Import(MigrationIT.AnotherModel.class)
class MigrationIT {
    private static final int ASSETS = 30;

    @TestConfiguration
    static class AnotherModel {
        @Bean
        NextEmbeddingModel nextEmbeddingModel() {
            return new NextEmbeddingModel(
                    new HashingEmbeddingModel(new ModelProfile("hashing", "another", 128, 16, 512)));
        }
    }

    @DynamicPropertySource
    static void useADatabaseOfItsOwn(DynamicPropertyRegistry settings) {
        TestDatabase.shared().createMigrated().properties().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("cmdb.import.reports-directory", () -> "target/test-import-reports");
    }

    @Autowired
    private MigrationWork migration;

    @Autowired
    private EmbeddingJobs jobs;

    @Autowired
    private EmbeddingSpaces spaces;

    @Autowired
    private SpaceLifecycle lifecycle;

    @Autowired
    private EmbeddingStore store;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private ChangeSpace changeSpace;

    @Autowired
    private TestEngagements engagements;

    @Autowired
    private ScriptedEmbeddingModel model;

    private TestEngagement northwind;
    private TestEngagement harbor;
    private TenantScope account;
    private EmbeddingSpace before;
    private EmbeddingSpace next;

    @BeforeEach
    void embedWithThePresentModel() {
        model.reset();
        List<LivingSpace> living = lifecycle.all();
        before = spaces.common();
        next = living.stream()
                .map(LivingSpace::space)
                .filter(space -> !space.equals(before))
                .findFirst()
                .orElseThrow();
        northwind = engagement();
        harbor = engagement();
        account = TenantScope.forJob(northwind.scope().clientAccountId());
    }

    private TestEngagement engagement() {
        TestEngagement engagement = engagements.create();
        saveAssets(engagement, "server of the data centre");
        embed(engagement);
        return engagement;
    }

    private void saveAssets(TestEngagement engagement, String description) {
        catalog.save(
                engagement.scope(),
                engagement.id(),
                IntStream.range(0, ASSETS)
                        .mapToObj(i -> new AssetDraft(
                                new AssetKey("test", "key-" + i),
                                AssetAttributes.named("server-" + i)
                                        .description(description + " number " + i % 5)
                                        .build()))
                        .toList());
    }

    private void embed(TestEngagement engagement) {
        assertThat(jobs.run(engagement.scope(), engagement.id(), JobProgress.SILENT))
                .matches(EmbeddingOutcome::isCompleted);
    }

    private JobReport migrate(JobProgress progress) {
        return migration.run(
                new JobRun(
                        new JobRunId(UUID.randomUUID()),
                        account,
                        null,
                        JobKind.MIGRATION,
                        Map.of(),
                        JobStatus.RUNNING,
                        JobCounts.NONE,
                        null,
                        null,
                        false,
                        "test",
                        Instant.EPOCH,
                        null),
                progress);
    }

    @Test
    void fillsTheOtherSpaceWhileSearchesGoByTheFirst() {
        JobReport report = migrate(JobProgress.SILENT);
        assertThat(report.end()).isEqualTo(new JobEnd.Completed());
        assertThat(report.message()).contains("another (128 dimensions) is ready to be activated");

        assertThat(spaces.active(account)).isEqualTo(before);
        assertThat(store.count(account, next)).isEqualTo(ASSETS);
        assertThat(store.countDue(account, next)).isZero();
        assertThat(store.count(harbor.scope(), next))
                .as("the others' assets stay where they are")
                .isZero();
        assertThat(spaces.maintained(harbor.scope())).containsExactly(before);
    }

    @Test
    void keepsBothFreshAndGoesBackTheSameWay() {
        migrate(JobProgress.SILENT);
        assertThat(changeSpace.change(account, false)).isEqualTo(new ChangeOutcome.Changed(before, next));
        assertThat(spaces.active(account)).isEqualTo(next);
        assertThat(spaces.active(harbor.scope())).isEqualTo(before);

        saveAssets(northwind, "renovated machine");
        assertThat(store.countDue(account, before)).isEqualTo(ASSETS);
        assertThat(changeSpace.change(account, false)).isInstanceOf(ChangeOutcome.Incomplete.class);
        embed(northwind);

        assertThat(store.countDue(account, before)).isZero();
        assertThat(store.countDue(account, next)).isZero();
        assertThat(changeSpace.change(account, false)).isEqualTo(new ChangeOutcome.Changed(next, before));
        assertThat(spaces.active(account)).isEqualTo(before);
    }

    @Test
    void refusesWhatWasNotFilledOrCompared() {
        assertThat(changeSpace.change(account, true)).isInstanceOf(ChangeOutcome.NoOtherSpace.class);

        spaces.maintain(account, next);
        assertThat(changeSpace.change(account, true)).isEqualTo(new ChangeOutcome.Incomplete(next, ASSETS));

        embed(northwind);
        assertThat(changeSpace.change(account, false)).isEqualTo(new ChangeOutcome.NotCompared(next));
        assertThat(spaces.active(account)).isEqualTo(before);
        assertThat(changeSpace.change(account, true)).isInstanceOf(ChangeOutcome.Changed.class);
    }

    @Test
    void stopsBetweenCallsAndGoesOn() {
        JobProgress impatient = new JobProgress() {
            private boolean stop;

            @Override
            public void report(long done, long total) {
                stop |= done > 0;
            }

            @Override
            public boolean isStopRequested() {
                return stop;
            }
        };

        assertThat(migrate(impatient).end()).isEqualTo(new JobEnd.Stopped());
        assertThat(store.count(account, next)).isPositive().isLessThan(ASSETS);

        assertThat(migrate(JobProgress.SILENT).end()).isEqualTo(new JobEnd.Completed());
        assertThat(store.count(account, next)).isEqualTo(ASSETS);
    }

    @Test
    void retiresOnlyWhatNobodySearches() {
        assertThat(lifecycle.retire(before)).isFalse();
        migrate(JobProgress.SILENT);
        changeSpace.change(account, false);
        assertThat(lifecycle.retire(next)).as("one client account searches it").isFalse();
        assertThat(store.count(account, next)).isEqualTo(ASSETS);
        changeSpace.change(account, false);
    }
}
