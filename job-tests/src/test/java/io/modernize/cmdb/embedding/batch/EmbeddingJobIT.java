package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import io.modernize.cmdb.BatchTest;
import io.modernize.cmdb.ScriptedEmbeddingModel;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@BatchTest
class EmbeddingJobIT {
    private static final int BATCH = ScriptedEmbeddingModel.BATCH;
    private static final EmbeddingUnavailableException BUSY =
            unavailable(Reason.OVERLOADED, Duration.ofHours(1), "the provider answers 429 after 5 attempts");

    @Autowired
    EmbeddingJobs jobs;

    @Autowired
    EmbeddingStore store;

    @Autowired
    EmbeddingRefusals refusals;

    @Autowired
    EmbeddingSpaces spaces;

    @Autowired
    AssetCatalog catalog;

    @Autowired
    EngagementLocks locks;

    @Autowired
    ScriptedEmbeddingModel model;

    @Autowired
    TestEngagements engagements;

    private TestEngagement engagement;
    private EmbeddingSpace space;

    @BeforeEach
    void createEngagement() {
        engagement = engagements.create();
        space = spaces.common();
        model.reset();
    }

    private static EmbeddingUnavailableException unavailable(
            Reason reason, @Nullable Duration retryAfter, String message) {
        return new EmbeddingUnavailableException(reason, message, retryAfter, null);
    }

    private static AssetDraft server(int number, String description) {
        String name = "server-%03d".formatted(number);
        return new AssetDraft(
                new AssetKey("test", name),
                AssetAttributes.named(name).description(description).build());
    }

    private void saveServers(TestEngagement into, int count) {
        catalog.save(
                into.scope(),
                into.id(),
                IntStream.range(0, count)
                        .mapToObj(number -> server(number, "Web shop"))
                        .toList());
    }

    private void change(int number) {
        catalog.save(engagement.scope(), engagement.id(), List.of(server(number, "Moved to the archive")));
    }

    private static EmbeddingOutcome failed(long embedded, String reason) {
        return new EmbeddingOutcome(new JobEnd.Failed(reason), embedded, RefusedAssets.NONE);
    }

    private EmbeddingOutcome run() {
        return run(JobProgress.SILENT);
    }

    private EmbeddingOutcome run(JobProgress progress) {
        return jobs.run(engagement.scope(), engagement.id(), progress);
    }

    private long due() {
        return store.countDue(engagement.scope(), space);
    }

    /** Every vector is that of its own asset's document as it now is. */
    private void assertEachAssetHasItsOwnVector() {
        AssetDocumentTemplate template = new AssetDocumentTemplate();
        List<AssetId> ids = engagement
                .transactions()
                .inScope(
                        engagement.scope(),
                        () -> engagement
                                .jdbc()
                                .sql("select id from cmdb_assets")
                                .query((row, number) -> new AssetId(row.getObject(1, UUID.class)))
                                .list());
        assertThat(ids).isNotEmpty();
        for (Asset asset : catalog.findAll(engagement.scope(), ids)) {
            float[] expected =
                    model.vectorOf(template.render(asset.attributes())).toArray();
            float[] stored = store.find(engagement.scope(), space, asset.id())
                    .orElseThrow()
                    .toArray();
            // Stored with 16 bits a number.
            assertThat(stored).containsExactly(expected, offset(0.002f));
        }
    }

    @Test
    void embedsEveryNewAsset() {
        saveServers(engagement, 2 * BATCH + 3);

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2 * BATCH + 3));

        assertThat(due()).isZero();
        assertThat(engagement.embeddings()).isEqualTo(2 * BATCH + 3);
        assertThat(model.calls()).isEqualTo(3);
        assertEachAssetHasItsOwnVector();
    }

    @Test
    void callsTheModelForNothingThatIsEmbedded() {
        saveServers(engagement, 5);
        run();
        model.reset();

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(0));
        assertThat(model.calls()).isZero();
    }

    @Test
    void embedsOnlyWhatIsNewOrStale() {
        saveServers(engagement, 20);
        run();
        model.reset();
        change(7);
        catalog.save(engagement.scope(), engagement.id(), List.of(server(99, "New")));

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2));

        assertThat(model.documents())
                .containsExactlyInAnyOrder(
                        "server-007. Description: Moved to the archive", "server-099. Description: New");
        assertThat(due()).isZero();
        assertEachAssetHasItsOwnVector();
    }

    @Test
    void reportsProgressUpToTheTotal() {
        saveServers(engagement, 2 * BATCH + 3);
        List<String> progress = new ArrayList<>();

        run((done, total) -> progress.add(done + "/" + total));

        assertThat(progress).containsExactly("0/19", "8/19", "16/19", "19/19");
    }

    @Test
    void continuesAfterTheModelFailed() {
        saveServers(engagement, 4 * BATCH);
        model.failFrom(3, 1, BUSY);

        assertThat(run()).isEqualTo(failed(2 * BATCH, "the provider answers 429 after 5 attempts"));
        assertThat(engagement.embeddings()).isEqualTo(2 * BATCH);
        List<String> first = model.documents();
        model.reset();

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2 * BATCH));

        assertThat(model.calls()).isEqualTo(2);
        assertThat(model.documents()).hasSize(2 * BATCH).doesNotContainAnyElementsOf(first);
        assertThat(due()).isZero();
    }

    @Test
    void continuesAfterTheModelFailedAgainAndAgain() {
        saveServers(engagement, 3 * BATCH);
        model.failFrom(2, 3, BUSY);

        assertThat(run()).isEqualTo(failed(BATCH, "the provider answers 429 after 5 attempts"));
        assertThat(run()).isEqualTo(failed(0, "the provider answers 429 after 5 attempts"));
        assertThat(run()).isEqualTo(failed(0, "the provider answers 429 after 5 attempts"));
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2 * BATCH));

        assertThat(engagement.embeddings()).isEqualTo(3 * BATCH);
        assertThat(model.documents()).hasSize(3 * BATCH).doesNotHaveDuplicates();
    }

    /** Texts of assets may stand in the message of an error that nobody foresaw. */
    @Test
    void keepsUnforeseenErrorsToTheLog() {
        saveServers(engagement, 1);
        model.during(1, () -> {
            throw new IllegalStateException("server-000: secret");
        });

        assertThat(run()).isEqualTo(failed(0, "an unexpected error stopped the job; the log has the details"));
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(1));
    }

    @Test
    void passesOverAssetThatIsDeletedMeanwhile() {
        saveServers(engagement, BATCH + 2);
        model.during(
                1,
                () -> engagement.change("delete from cmdb_assets where name = (select name from cmdb_assets"
                        + " order by id limit 1)"));

        assertThat(run()).matches(EmbeddingOutcome::isCompleted);

        assertThat(engagement.assets()).hasSize(BATCH + 1);
        assertThat(engagement.embeddings()).isEqualTo(BATCH + 1);
        assertThat(due()).isZero();
    }

    @Test
    void leavesAssetStaleThatIsChangedMeanwhile() {
        saveServers(engagement, 3);
        model.during(1, () -> change(1));

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(3));
        assertThat(due()).isOne();
        model.reset();

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(1));
        assertThat(model.documents()).containsExactly("server-001. Description: Moved to the archive");
        assertThat(due()).isZero();
        assertEachAssetHasItsOwnVector();
    }

    @Test
    void embedsNothingOfOtherEngagements() {
        TestEngagement beside = engagements.createBeside(engagement);
        TestEngagement elsewhere = engagements.create();
        saveServers(engagement, 2);
        saveServers(beside, 3);
        saveServers(elsewhere, 4);

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2));

        assertThat(engagement.embeddings()).isEqualTo(2);
        assertThat(beside.embeddings()).isZero();
        assertThat(elsewhere.embeddings()).isZero();
        assertThat(model.documents()).hasSize(2);
    }

    /** Whoever may embed a whole client account still embeds the one engagement that was asked for. */
    @Test
    void narrowsTheScopeOfClientAccountToTheEngagement() {
        TestEngagement beside = engagements.createBeside(engagement);
        saveServers(engagement, 2);
        saveServers(beside, 3);

        EmbeddingOutcome outcome =
                jobs.run(TenantScope.forJob(engagement.scope().clientAccountId()), engagement.id(), JobProgress.SILENT);

        assertThat(outcome).isEqualTo(EmbeddingOutcome.completed(2));
        assertThat(beside.embeddings()).isZero();
    }

    @Test
    void refusesScopeThatDoesNotCoverTheEngagement() {
        TestEngagement beside = engagements.createBeside(engagement);
        saveServers(beside, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> jobs.run(engagement.scope(), beside.id(), JobProgress.SILENT));
        assertThat(beside.embeddings()).isZero();
    }

    @Test
    void answersBusyWhileAnotherEmbedsTheEngagement() {
        saveServers(engagement, 1);
        try (Held held =
                locks.tryAcquire(engagement.scope(), engagement.id(), "embed").orElseThrow()) {
            assertThat(run()).isEqualTo(EmbeddingOutcome.busy());
            assertThat(model.calls()).isZero();
        }
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(1));
    }

    /** An import may take long, and what it has stored can be embedded at the same time. */
    @Test
    void embedsWhileAnImportRuns() {
        saveServers(engagement, 1);
        try (Held held =
                locks.tryAcquire(engagement.scope(), engagement.id(), "import").orElseThrow()) {
            assertThat(run()).isEqualTo(EmbeddingOutcome.completed(1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPENDED", "OVERLOADED", "UNREACHABLE", "INVALID_ANSWER"})
    void waitsForTheModelAndLosesNothing(Reason reason) {
        saveServers(engagement, 4 * BATCH);
        model.failFrom(2, 3, unavailable(reason, Duration.ofMillis(10), "not now"));
        List<String> pauses = new ArrayList<>();

        EmbeddingOutcome outcome = run(new JobProgress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public void paused(Duration pause, String why) {
                assertThat(pause).isBetween(Duration.ofMillis(10), Duration.ofMillis(20));
                pauses.add(why);
            }
        });

        assertThat(outcome).isEqualTo(EmbeddingOutcome.completed(4 * BATCH));
        assertThat(pauses).containsExactly("not now", "not now", "not now");
        assertThat(model.calls()).isEqualTo(4 + 3);
        assertThat(model.documents()).hasSize(4 * BATCH).doesNotHaveDuplicates();
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        saveServers(engagement, 2 * BATCH);
        model.failFrom(2, Integer.MAX_VALUE, unavailable(Reason.SUSPENDED, Duration.ofMillis(300), "not now"));

        assertThat(run()).isEqualTo(failed(BATCH, "not now"));

        assertThat(model.calls())
                .as("the second one, and after each of three pauses")
                .isEqualTo(1 + 1 + 3);
        model.reset();
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(BATCH));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORISED", "PAYMENT_REQUIRED", "MODEL_UNKNOWN"})
    void stopsAtOnceForWhatAnOperatorHasToMend(Reason reason) {
        saveServers(engagement, 3 * BATCH);
        model.failFrom(2, 1, unavailable(reason, Duration.ofMillis(1), "mend it"));

        assertThat(run())
                .isEqualTo(new EmbeddingOutcome(
                        new JobEnd.Failed("mend it"), BATCH, RefusedAssets.NONE, new Obstacle.OperatorNeeded()));

        assertThat(model.calls()).isEqualTo(2);
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2 * BATCH));
    }

    @Test
    void passesOverRefusedDocumentUntilItChanges() {
        saveServers(engagement, 3 * BATCH);
        model.refuse(text -> text.startsWith("server-007."));

        assertThat(run())
                .isEqualTo(new EmbeddingOutcome(
                        new JobEnd.Completed(),
                        3 * BATCH - 1,
                        new RefusedAssets(1, Map.of("the provider answers 422", 1L))));

        assertThat(engagement.embeddings()).isEqualTo(3 * BATCH - 1);
        assertThat(due()).isZero();
        assertThat(refusals.count(engagement.scope(), space)).isOne();

        model.reset();
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(0));
        assertThat(model.calls()).isZero();

        change(7);
        assertThat(refusals.count(engagement.scope(), space)).isZero();
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(1));
        assertEachAssetHasItsOwnVector();
    }

    @Test
    void replacesTheRefusalOfWhatIsRefusedAgain() {
        saveServers(engagement, 2);
        model.refuse(text -> text.startsWith("server-001."));
        run();
        change(1);

        assertThat(run())
                .isEqualTo(new EmbeddingOutcome(
                        new JobEnd.Completed(), 0, new RefusedAssets(1, Map.of("the provider answers 422", 1L))));

        assertThat(refusals.count(engagement.scope(), space)).isOne();
        assertThat(due()).isZero();
        engagement.change("delete from cmdb_assets where name = 'server-001'");
        assertThat(refusals.count(engagement.scope(), space)).isZero();
    }

    @Test
    void blamesNoDocumentWhereEverythingIsRefused() {
        saveServers(engagement, BATCH);
        model.refuse(text -> true);

        assertThat(run())
                .isEqualTo(new EmbeddingOutcome(
                        new JobEnd.Failed("the provider answers 422"),
                        0,
                        RefusedAssets.NONE,
                        new Obstacle.OperatorNeeded()));

        assertThat(refusals.count(engagement.scope(), space)).isZero();
        assertThat(due()).isEqualTo(BATCH);
    }

    private void saveTwins(TestEngagement into, int count) {
        catalog.save(
                into.scope(),
                into.id(),
                IntStream.range(0, count)
                        .mapToObj(number -> new AssetDraft(
                                new AssetKey("test", "twin-" + number),
                                AssetAttributes.named("twin").build()))
                        .toList());
    }

    @Test
    void embedsEqualDocumentsOnce() {
        saveTwins(engagement, 3 * BATCH);

        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(3 * BATCH));

        assertThat(model.documents()).containsExactly("twin");
        assertThat(engagement.embeddings()).isEqualTo(3 * BATCH);
        assertEachAssetHasItsOwnVector();
    }

    @Test
    void embedsEqualDocumentsOfEachClientAccount() {
        TestEngagement elsewhere = engagements.create();
        saveTwins(engagement, 2);
        saveTwins(elsewhere, 2);

        run();
        jobs.run(elsewhere.scope(), elsewhere.id(), JobProgress.SILENT);

        assertThat(model.documents()).containsExactly("twin", "twin");
    }
}
