package io.modernize.cmdb.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.CmdbSimilarityApplication;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.FreePort;
import io.modernize.cmdb.testsupport.TestDatabase;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import io.modernize.cmdb.testsupport.deepinfra.StandInSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one instance of the service has begun and the next one finishes. */
class JobRecoveryIT {
    private static final int ASSETS = 20;

    private final TestDatabase database = TestDatabase.shared().createMigrated();
    private final DeepInfraStandIn provider =
            DeepInfraStandIn.setup().model("a/model", 64).start();
    private final JdbcClient admin = JdbcClient.create(database.adminDataSource());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void endProvider() {
        provider.close();
    }

    private ConfigurableApplicationContext instance() {
        Map<String, Object> settings = new HashMap<>(database.properties());
        settings.put("server.port", FreePort.find());
        settings.put("cmdb.sample-estate.enabled", "false");
        settings.put("cmdb.import.reports-directory", folder.resolve("reports").toString());
        settings.putAll(StandInSettings.of(provider, "a/model", 64));
        settings.put("cmdb.embedding.job.schedule", "-");
        settings.put("cmdb.jobs.poll-interval", "200ms");
        String prefix = "cmdb.embedding.deepinfra.";
        settings.put(prefix + "documents.timeout", "2s");
        settings.put(prefix + "documents.max-attempts", "1");
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(CmdbSimilarityApplication.class)
                .profiles("local")
                .run(arguments);
    }

    private Engagement engagement(ConfigurableApplicationContext instance) {
        ClientAccountRegistry registry = instance.getBean(ClientAccountRegistry.class);
        ClientAccount account = registry.ensureClientAccount(new Slug("acme"), "Acme");
        return registry.ensureEngagement(account.id(), new Slug("exit"), "Exit");
    }

    private static TenantScope scope(Engagement engagement) {
        return TenantScope.forJob(engagement.clientAccountId(), engagement.id());
    }

    private void importAssets(ConfigurableApplicationContext instance, Engagement engagement) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ASSETS; i++) {
            lines.append("{\"externalKey\":\"key-%d\",\"name\":\"server-%d\"}%n".formatted(i, i));
        }
        Path file = Files.writeString(folder.resolve("servers.jsonl"), lines);
        assertThat(instance.getBean(AssetImportJobs.class)
                        .run(
                                new ImportRequest(scope(engagement), engagement.id(), file, MissingAssetPolicy.REPORT),
                                JobProgress.SILENT))
                .isInstanceOf(ImportOutcome.Completed.class);
    }

    private static long embedded(ConfigurableApplicationContext instance, Engagement engagement) {
        return instance.getBean(EmbeddingStore.class)
                .count(
                        scope(engagement),
                        instance.getBean(EmbeddingSpaces.class).common());
    }

    private long events() {
        return admin.sql("select count(*) from event_publication")
                .query(Long.class)
                .single();
    }

    @Test
    void changesThatNobodyFollowedUpAreEmbeddedAfterTheNextStart() throws IOException {
        provider.plan(FaultPlan.of(new FaultRule(new Fault.Broken(Fault.Break.HANG), null, 0, Integer.MAX_VALUE, 1)));
        Engagement engagement;
        try (ConfigurableApplicationContext first = instance()) {
            engagement = engagement(first);
            importAssets(first, engagement);
            Await.until("the event is being followed up", () -> provider.requests() > 0);
            assertThat(embedded(first, engagement)).isZero();
        }
        assertThat(events()).as("nothing is lost with the instance").isPositive();

        provider.plan(FaultPlan.NONE);
        try (ConfigurableApplicationContext second = instance()) {
            Await.until("all embedded", () -> embedded(second, engagement) == ASSETS);
            Await.until("and done with", () -> events() == 0);
        }
    }

    @Test
    void aJobWhoseProcessIsGoneGoesOnInAnother() throws IOException {
        try (ConfigurableApplicationContext instance = instance()) {
            Engagement engagement = engagement(instance);
            importAssets(instance, engagement);
            Await.until("all embedded", () -> embedded(instance, engagement) == ASSETS);
            // As a process leaves it that is killed amid the job.
            admin.sql("insert into job_runs (client_account_id, id, engagement_id, kind, status, requested_by,"
                            + " read_count, total_count, resumed_at) values (?, gen_random_uuid(), ?,"
                            + " 'DUPLICATES', 'RUNNING', 'somebody', 3, 20, now())")
                    .params(
                            engagement.clientAccountId().value(),
                            engagement.id().value())
                    .update();
            JobRuns runs = instance.getBean(JobRuns.class);
            TenantScope account = TenantScope.forJob(engagement.clientAccountId());

            Await.until(
                    "it is taken up and done",
                    () -> runs.list(account, Set.of(), Set.of(), null, 10).entries().stream()
                            .allMatch(run -> run.status() == JobStatus.COMPLETED));

            List<JobRun> done = runs.list(account, Set.of(), Set.of(), null, 10).entries();
            assertThat(done).singleElement().satisfies(run -> {
                assertThat(run.counts().read()).isEqualTo(ASSETS);
                assertThat(run.message()).contains("20 assets compared");
            });
        }
    }
}
