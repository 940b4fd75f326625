package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.BatchTestApplication;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle.BudgetSpent;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import io.modernize.cmdb.testsupport.deepinfra.Latency;
import io.modernize.cmdb.testsupport.deepinfra.Received;
import io.modernize.cmdb.testsupport.deepinfra.StandInSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job against a hosted model that fails, and against its own sudden end: by counts, never by the clock. */
class EmbeddingFaultsIT {
    private static final int ASSETS = 200;
    private static final int INPUTS = 16;

    private static TestDatabase database;
    private static DeepInfraStandIn provider;
    private static @Nullable ConfigurableApplicationContext unharmed;

    private final List<ConfigurableApplicationContext> processes = new ArrayList<>();

    @BeforeAll
    static void startProvider() {
        database = TestDatabase.shared().createMigrated();
        provider = DeepInfraStandIn.setup().model("a/model", 64).start();
    }

    @AfterAll
    static void stopProvider() {
        if (unharmed != null) {
            unharmed.close();
        }
        provider.close();
    }

    @BeforeEach
    void mendProvider() {
        provider.plan(FaultPlan.NONE);
        provider.resetCounts();
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(ConfigurableApplicationContext::close);
    }

    /** A process that has met no fault: it goes on where another one has ended, and may do so for several tests. */
    private static ConfigurableApplicationContext unharmed() {
        if (unharmed == null) {
            unharmed = start();
        }
        return unharmed;
    }

    private ConfigurableApplicationContext process(String... settings) {
        ConfigurableApplicationContext process = start(settings);
        processes.add(process);
        return process;
    }

    /** The application, with pools, locks and threads of its own, as another process has them. */
    private static ConfigurableApplicationContext start(String... settings) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("cmdb.import.reports-directory", "target/test-import-reports");
        // Connections are cut on purpose.
        properties.put("logging.level.com.zaxxer.hikari", "off");
        properties.putAll(StandInSettings.of(provider, "a/model", 64));
        String prefix = "cmdb.embedding.deepinfra.";
        properties.put(prefix + "price-per-million-tokens", "0.01");
        properties.put(prefix + "documents.max-inputs", INPUTS);
        properties.put(prefix + "documents.initial-back-off", "1ms");
        properties.put(prefix + "documents.max-pause", "20ms");
        properties.put(prefix + "breaker.pause", "1s");
        properties.put(prefix + "breaker.max-pause", "1s");
        properties.put("cmdb.embedding.job.patience", "5m");
        properties.put("cmdb.embedding.job.first-pause", "5ms");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            properties.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new SpringApplicationBuilder(BatchTestApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run();
    }

    private static TestEngagement engagement(ConfigurableApplicationContext process, int assets) {
        TestEngagement engagement = process.getBean(TestEngagements.class).create();
        process.getBean(AssetCatalog.class)
                .save(
                        engagement.scope(),
                        engagement.id(),
                        IntStream.range(0, assets)
                                .mapToObj(EmbeddingFaultsIT::name)
                                .map(name -> new AssetDraft(
                                        new AssetKey("test", name),
                                        AssetAttributes.named(name).build()))
                                .toList());
        return engagement;
    }

    private static String name(int number) {
        return "server-%04d".formatted(number);
    }

    private static String document(String name) {
        return new AssetDocumentTemplate().render(AssetAttributes.named(name).build());
    }

    private static EmbeddingOutcome run(ConfigurableApplicationContext process, TestEngagement engagement) {
        return process.getBean(EmbeddingJobs.class).run(engagement.scope(), engagement.id(), JobProgress.SILENT);
    }

    private static long due(ConfigurableApplicationContext process, TestEngagement engagement) {
        return process.getBean(EmbeddingStore.class)
                .countDue(
                        engagement.scope(),
                        process.getBean(EmbeddingSpaces.class).common());
    }

    private static List<String> inputs() {
        return provider.received().stream()
                .map(Received::inputs)
                .flatMap(List::stream)
                .toList();
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of("429", FaultPlan.of(FaultRule.first(40, Fault.status(429)))),
                Arguments.of(
                        "429 with Retry-After",
                        FaultPlan.of(FaultRule.first(5, Fault.status(429).with("Retry-After", "1")))),
                Arguments.of("500", FaultPlan.of(FaultRule.first(16, Fault.status(500)))),
                Arguments.of(
                        "reset", FaultPlan.of(new FaultRule(new Fault.Broken(Fault.Break.RESET), null, 3, 16, 0.5))),
                Arguments.of("NaN", FaultPlan.of(new FaultRule(new Fault.Spoilt(Fault.Spoil.NAN), null, 0, 12, 0.5))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void embedsEverythingOnceThroughFaultsThatPass(String fault, FaultPlan plan) {
        ConfigurableApplicationContext process = process();
        TestEngagement engagement = engagement(process, ASSETS);
        provider.plan(plan);

        assertThat(run(process, engagement)).isEqualTo(EmbeddingOutcome.completed(ASSETS));

        assertThat(provider.requests())
                .as("without faults it would be %d", Math.ceilDiv(ASSETS, INPUTS))
                .isGreaterThan(Math.ceilDiv(ASSETS, INPUTS));
        assertThat(engagement.embeddings()).isEqualTo(ASSETS);
        assertThat(due(process, engagement)).isZero();
        provider.resetCounts();
        assertThat(run(process, engagement)).isEqualTo(EmbeddingOutcome.completed(0));
        assertThat(provider.requests()).isZero();
    }

    @Test
    void asksForEachDocumentOnceWhereNothingFails() {
        ConfigurableApplicationContext process = unharmed();
        TestEngagement engagement = engagement(process, ASSETS);
        // Two calls at once, or the first one waits in vain.
        provider.gather(2);

        assertThat(run(process, engagement)).isEqualTo(EmbeddingOutcome.completed(ASSETS));

        assertThat(provider.requests()).isEqualTo(Math.ceilDiv(ASSETS, INPUTS));
        assertThat(provider.maxInFlight()).isGreaterThan(1);
        assertThat(inputs())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ASSETS)
                        .mapToObj(EmbeddingFaultsIT::name)
                        .map(EmbeddingFaultsIT::document)
                        .toList());
    }

    @Test
    void losesNothingButThePoisonedDocument() {
        ConfigurableApplicationContext process = process();
        TestEngagement engagement = engagement(process, ASSETS);
        provider.plan(FaultPlan.of(FaultRule.onInputs(name(37), Fault.status(422))));

        EmbeddingOutcome outcome = run(process, engagement);

        assertThat(outcome.isCompleted()).isTrue();
        assertThat(outcome.embedded()).isEqualTo(ASSETS - 1);
        assertThat(outcome.refused().count()).isOne();
        assertThat(outcome.refused().byReason()).hasSize(1);
        assertThat(engagement.embeddings()).isEqualTo(ASSETS - 1);
        assertThat(due(process, engagement)).isZero();
        // One more where the poisoned document is the first of its call: then a harmless one is tried.
        assertThat(provider.embedded()).as("whatever was answered is kept").isBetween(ASSETS - 1L, (long) ASSETS);
        provider.resetCounts();
        assertThat(run(process, engagement)).isEqualTo(EmbeddingOutcome.completed(0));
        assertThat(provider.requests()).isZero();
    }

    @Test
    void stopsWhereTheKeyIsRefusedAndGoesOnLater() {
        ConfigurableApplicationContext process = process("cmdb.embedding.deepinfra.concurrency.maximum=1");
        TestEngagement engagement = engagement(process, ASSETS);
        provider.plan(FaultPlan.of(new FaultRule(Fault.status(401), null, 3, Integer.MAX_VALUE, 1)));

        EmbeddingOutcome stopped = run(process, engagement);

        assertThat(stopped.obstacle()).isEqualTo(new Obstacle.OperatorNeeded());
        assertThat(stopped.end()).isInstanceOf(JobEnd.Failed.class);
        assertThat(stopped.embedded()).isEqualTo(3 * INPUTS);
        assertThat(stopped.refused()).isEqualTo(RefusedAssets.NONE);

        assertThat(provider.requests()).isEqualTo(4);
        mendProvider();
        assertThat(run(unharmed(), engagement)).isEqualTo(EmbeddingOutcome.completed(ASSETS - 3 * INPUTS));
        assertThat(provider.embedded()).isEqualTo(ASSETS - 3 * INPUTS);
    }

    @Test
    void stopsWhenTheTokensOfTheDayAreSpent() {
        ConfigurableApplicationContext thrifty =
                process("cmdb.embedding.deepinfra.concurrency.maximum=1", "cmdb.embedding.job.tokens-per-day=1");
        TestEngagement engagement = engagement(thrifty, 2 * INPUTS);

        EmbeddingOutcome outcome = run(thrifty, engagement);

        assertThat(outcome.end()).isInstanceOf(JobEnd.Failed.class);
        assertThat(outcome.embedded()).isEqualTo(INPUTS);
        assertThat(outcome.obstacle()).isInstanceOfSatisfying(BudgetSpent.class, stopped -> {
            assertThat(stopped.budget()).isOne();
            Usage usage = usage(engagement);
            assertThat(usage.tokens()).isEqualTo(stopped.tokens());
            assertThat(usage.documents()).isEqualTo(INPUTS);
            assertThat(usage.calls()).isOne();
            assertThat(usage.cost())
                    .isPositive()
                    .isEqualByComparingTo(BigDecimal.valueOf(stopped.tokens()).multiply(new BigDecimal("0.00000001")));
        });
        provider.resetCounts();
        assertThat(run(thrifty, engagement).obstacle()).isInstanceOf(BudgetSpent.class);
        assertThat(provider.requests()).isZero();

        TestEngagement elsewhere = engagement(thrifty, INPUTS);
        assertThat(run(thrifty, elsewhere))
                .as("tokens of its own, and all done")
                .isEqualTo(EmbeddingOutcome.completed(INPUTS));
        assertThat(run(unharmed(), engagement)).isEqualTo(EmbeddingOutcome.completed(INPUTS));
        assertThat(usage(engagement).documents()).isEqualTo(2L * INPUTS);
        assertThat(usage(engagement).calls()).isEqualTo(2);
    }

    private record Usage(long tokens, long documents, long calls, BigDecimal cost) {}

    private static Usage usage(TestEngagement engagement) {
        return engagement
                .transactions()
                .inScope(
                        engagement.scope(),
                        () -> engagement
                                .jdbc()
                                .sql("select tokens, documents, calls, cost from embedding_usage")
                                .query(Usage.class)
                                .single());
    }

    @Test
    void goesOnAfterItsProcessHasEnded() throws Exception {
        ConfigurableApplicationContext killed = process("cmdb.embedding.deepinfra.concurrency.maximum=2");
        ConfigurableApplicationContext next = unharmed();
        TestEngagement engagement = engagement(next, ASSETS);
        JobProgress end = killed.getBean(JobAttempts.class).stoppable(JobProgress.SILENT);
        CountDownLatch midway = new CountDownLatch(1);
        Thread job = Thread.ofPlatform()
                .daemon()
                .unstarted(() -> killed.getBean(EmbeddingJobs.class)
                        .run(engagement.scope(), engagement.id(), (done, total) -> {
                            if (done >= 3 * INPUTS) {
                                midway.countDown();
                                // Else a fast job would be over before its process ends.
                                Await.until("the process is about to end", end::isStopRequested);
                            }
                        }));
        // What becomes of the run itself does not matter: nobody would be there to hear it.
        job.setUncaughtExceptionHandler((thread, failure) -> {});
        job.start();
        Await.until("the job is midway, or has failed", () -> midway.getCount() == 0 || !job.isAlive());
        assertThat(midway.getCount()).isZero();
        killed.close();
        job.join();

        List<String> committed = embeddedNames(engagement);
        assertThat(committed).hasSizeBetween(3 * INPUTS, ASSETS - 1);
        mendProvider();
        // The server frees the lock when it notices that the connection has ended.
        EmbeddingOutcome outcome = Await.until(
                "the engagement is free", () -> run(next, engagement), seen -> !(seen.end() instanceof JobEnd.Busy));

        assertThat(outcome).isEqualTo(EmbeddingOutcome.completed(ASSETS - committed.size()));
        assertThat(engagement.embeddings()).isEqualTo(ASSETS);
        assertThat(inputs())
                .hasSize(ASSETS - committed.size())
                .doesNotContainAnyElementsOf(
                        committed.stream().map(EmbeddingFaultsIT::document).toList());
    }

    /** Ends the provider where so much is done, and starts it again where the job has paused so often. */
    private static final class Outage implements JobProgress {
        private static final int PAUSES = 5;

        private final int port;
        private final boolean comesBack;
        private final AtomicInteger pauses = new AtomicInteger();
        private DeepInfraStandIn current;
        private long embeddedBefore;

        private Outage(boolean comesBack) {
            this.comesBack = comesBack;
            this.current = start(0);
            this.port = current.baseUrl().getPort();
        }

        private static DeepInfraStandIn start(int port) {
            return DeepInfraStandIn.setup().port(port).model("a/model", 64).start();
        }

        @Override
        public void report(long done, long total) {
            if (done >= 3 * INPUTS && pauses.get() == 0) {
                current.close();
            }
        }

        @Override
        public void paused(Duration pause, String reason) {
            if (pauses.incrementAndGet() == PAUSES && comesBack) {
                embeddedBefore = current.embedded();
                current = start(port);
            }
        }
    }

    @Test
    void waitsForAProviderThatIsGone() {
        Outage outage = new Outage(true);
        ConfigurableApplicationContext process = process(
                "cmdb.embedding.deepinfra.base-url=" + outage.current.baseUrl(),
                "cmdb.embedding.deepinfra.concurrency.maximum=2");
        TestEngagement engagement = engagement(process, ASSETS);

        try {
            assertThat(process.getBean(EmbeddingJobs.class).run(engagement.scope(), engagement.id(), outage))
                    .isEqualTo(EmbeddingOutcome.completed(ASSETS));

            assertThat(outage.pauses).hasValueGreaterThanOrEqualTo(Outage.PAUSES);
            assertThat(engagement.embeddings()).isEqualTo(ASSETS);
            assertThat(outage.embeddedBefore + outage.current.embedded())
                    .as("only what was under way is asked for again")
                    .isBetween((long) ASSETS, ASSETS + 3L * INPUTS);
        } finally {
            outage.current.close();
        }
    }

    @Test
    void givesUpAProviderThatStaysAwayAndGoesOnLater() {
        Outage outage = new Outage(false);
        ConfigurableApplicationContext process = process(
                "cmdb.embedding.deepinfra.base-url=" + outage.current.baseUrl(),
                "cmdb.embedding.deepinfra.concurrency.maximum=2",
                "cmdb.embedding.job.patience=1500ms");
        TestEngagement engagement = engagement(process, ASSETS);

        EmbeddingOutcome outcome =
                process.getBean(EmbeddingJobs.class).run(engagement.scope(), engagement.id(), outage);

        assertThat(outage.pauses).hasPositiveValue();
        assertThat(outcome.end()).isInstanceOf(JobEnd.Unfinished.class);
        assertThat(outcome.obstacle()).isEqualTo(new Obstacle.None());
        assertThat(outcome.embedded()).isBetween(3L * INPUTS, ASSETS - 1L);
        assertThat(engagement.embeddings()).isEqualTo(outcome.embedded());
        assertThat(run(unharmed(), engagement)).isEqualTo(EmbeddingOutcome.completed(ASSETS - outcome.embedded()));
    }

    private static List<String> embeddedNames(TestEngagement engagement) {
        return JdbcClient.create(database.adminDataSource())
                .sql("select a.name from cmdb_asset_embeddings e join cmdb_assets a on a.id = e.asset_id"
                        + " where e.engagement_id = ?")
                .param(engagement.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void embedsEverythingOnceWhereTwoProcessesShareTheWork() throws Exception {
        ConfigurableApplicationContext one = unharmed();
        ConfigurableApplicationContext other = process();
        List<TestEngagement> engagements = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            engagements.add(engagement(one, 3 * INPUTS));
        }
        provider.plan(FaultPlan.NONE.withLatency(new Latency.Fixed(Duration.ofMillis(20))));

        List<EmbeddingOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<EmbeddingOutcome>>> runs = new ArrayList<>();
            for (ConfigurableApplicationContext process : List.of(one, other)) {
                runs.add(threads.submit(() -> engagements.stream()
                        .map(engagement -> run(process, engagement))
                        .toList()));
            }
            for (Future<List<EmbeddingOutcome>> run : runs) {
                outcomes.addAll(run.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(EmbeddingOutcome::isCompleted)
                .extracting(EmbeddingOutcome::embedded)
                .filteredOn(embedded -> embedded > 0)
                .hasSize(6)
                .containsOnly(3L * INPUTS);
        for (TestEngagement engagement : engagements) {
            assertThat(engagement.embeddings()).isEqualTo(3 * INPUTS);
            assertThat(due(one, engagement)).isZero();
        }
        assertThat(provider.embedded()).isEqualTo(6 * 3 * INPUTS);
    }
}
