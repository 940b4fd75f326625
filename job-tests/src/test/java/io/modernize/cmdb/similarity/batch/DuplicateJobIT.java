package io.modernize.cmdb.similarity.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.BatchTest;
import io.modernize.cmdb.ScriptedEmbeddingModel;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroupsQuery;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatchTest
class DuplicateJobIT {
    private static final int MACHINES = FindDuplicates.PAGE + 5;
    private static final PrincipalIdentity SOMEBODY = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());

    @Autowired
    DuplicateJobs jobs;

    @Autowired
    DuplicateGroups groups;

    @Autowired
    EmbeddingJobs embedding;

    @Autowired
    ScriptedEmbeddingModel model;

    @Autowired
    AssetCatalog catalog;

    @Autowired
    EngagementLocks locks;

    @Autowired
    TestEngagements engagements;

    private TestEngagement engagement;

    @BeforeEach
    void createEngagement() {
        model.reset();
        engagement = engagements.create();
    }

    @Test
    void findsWhatWasRecordedTwice() {
        save(
                draft("servicenow", "1", host("web01").serialNumber("VMware-42 1c")),
                draft("azure", "1", AssetAttributes.named("srv-4711").serialNumber("VMWARE-421C")),
                draft("servicenow", "2", host("proxy01").addresses(List.of("192.0.2.1"))),
                draft("azure", "2", AssetAttributes.named("PROXY01").addresses(List.of("192.0.2.1/24"))),
                draft("servicenow", "3", host("proxy02").addresses(List.of("192.0.2.2"))),
                draft("servicenow", "4", AssetAttributes.named("Payroll engine").description("Pays people")),
                draft("export", "4", AssetAttributes.named("Payroll-Engine").description("Pays people")));
        embed();

        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 7, 3));

        assertThat(found())
                .containsExactlyInAnyOrder(
                        Set.of("web01.corp.example", "srv-4711"),
                        Set.of("proxy01.corp.example", "PROXY01"),
                        Set.of("Payroll engine", "Payroll-Engine"));
        assertThat(all().stream()
                        .filter(group -> group.evidence().stream().anyMatch(NearIdenticalVectors.class::isInstance)))
                .hasSize(1);
    }

    @Test
    void needsNoEmbeddings() {
        saveTwice(3);

        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 6, 3));
    }

    /** A cluster is described alike from its first machine to the last, in production and in staging. */
    @Test
    void proposesNoSiblings() {
        save(IntStream.range(0, 30)
                .mapToObj(i -> draft(
                        "servicenow",
                        "key-" + i,
                        host("proxy%02d%s".formatted(i / 2, i % 2 == 0 ? "" : ".stg"))
                                .hostName("proxy%02d".formatted(i / 2))
                                .description("Provides the frontend reverse proxy for most web applications; proxies"
                                        + " between internal hosts and the internet with varnish and httpd")))
                .toArray(AssetDraft[]::new));
        embed();

        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 30, 0));
    }

    @Test
    void reportsProgressUpToTheTotal() {
        saveTwice(MACHINES);
        List<String> progress = new ArrayList<>();

        jobs.run(engagement.scope(), engagement.id(), (done, total) -> progress.add(done + "/" + total));

        assertThat(progress).first().isEqualTo("0/410");
        assertThat(progress).contains("200/410", "400/410").last().isEqualTo("410/410");
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        saveTwice(MACHINES);
        List<Long> done = new ArrayList<>();

        DuplicatesOutcome first = jobs.run(engagement.scope(), engagement.id(), failingAt(200));
        assertThat(first)
                .isEqualTo(new DuplicatesOutcome(
                        new JobEnd.Failed("an unexpected error stopped the job; the log has the details"), 200, 0));
        assertThat(all()).isEmpty();

        DuplicatesOutcome second =
                jobs.run(engagement.scope(), engagement.id(), (compared, total) -> done.add(compared));

        assertThat(second).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 2 * MACHINES, MACHINES));
        assertThat(done).startsWith(200L, 400L).doesNotContain(0L);
        assertThat(all()).hasSize(MACHINES);
    }

    @Test
    void keepsTheGroupsOfTheRunBeforeWhileAnotherGoesOn() {
        saveTwice(MACHINES);
        run();
        List<Set<String>> before = found();

        jobs.run(engagement.scope(), engagement.id(), failingAt(400));
        assertThat(found()).isEqualTo(before);

        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 2 * MACHINES, MACHINES));
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void leavesDismissedGroupsDismissedUntilAnAssetChanges() {
        saveTwice(2);
        run();
        DuplicateGroup dismissed = all().getFirst();
        groups.dismiss(engagement.scope(), dismissed.id(), SOMEBODY, Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 4, 2));
        assertThat(all()).hasSize(1).doesNotContain(dismissed);

        save(draft(
                dismissed.members().getFirst().key().sourceSystem(),
                dismissed.members().getFirst().key().externalKey(),
                AssetAttributes.named(
                                dismissed.members().getFirst().attributes().name())
                        .description("changed")));
        run();
        assertThat(all()).hasSize(2);
    }

    @Test
    void forgetsWhatIsDeleted() {
        saveTwice(2);
        run();

        engagement.change(
                "delete from cmdb_assets where engagement_id = ? and source_system = 'azure'",
                engagement.id().value());

        assertThat(all()).isEmpty();
        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 2, 0));
    }

    @Test
    void looksIntoNoOtherEngagement() {
        TestEngagement beside = engagements.createBeside(engagement);
        saveTwice(1);
        AssetDraft copy = draft("azure", "copy", host("hosta"));
        catalog.save(beside.scope(), beside.id(), List.of(copy));

        DuplicatesOutcome outcome =
                jobs.run(TenantScope.forJob(engagement.scope().clientAccountId()), engagement.id(), JobProgress.SILENT);

        assertThat(outcome).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 2, 1));
        assertThat(jobs.run(beside.scope(), beside.id(), JobProgress.SILENT))
                .isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 1, 0));
        assertThat(all()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jobs.run(engagement.scope(), beside.id(), JobProgress.SILENT));
    }

    @Test
    void answersBusyWhileAnotherLooksThroughTheEngagement() {
        saveTwice(1);
        try (Held held = locks.tryAcquire(engagement.scope(), engagement.id(), "findDuplicates")
                .orElseThrow()) {
            assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Busy(), 0, 0));
        }
        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 2, 1));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(run()).isEqualTo(new DuplicatesOutcome(new JobEnd.Completed(), 0, 0));
    }

    private static JobProgress failingAt(long compared) {
        return (done, total) -> {
            if (done == compared) {
                throw new IllegalStateException("killed");
            }
        };
    }

    private DuplicatesOutcome run() {
        return jobs.run(engagement.scope(), engagement.id(), JobProgress.SILENT);
    }

    private void embed() {
        assertThat(embedding.run(engagement.scope(), engagement.id(), JobProgress.SILENT))
                .matches(EmbeddingOutcome::isCompleted);
    }

    private List<DuplicateGroup> all() {
        return groups.page(new DuplicateGroupsQuery(engagement.scope(), 1_000, null, false))
                .entries();
    }

    private List<Set<String>> found() {
        return all().stream()
                .map(group -> group.members().stream()
                        .map(asset -> asset.attributes().name())
                        .collect(Collectors.toSet()))
                .toList();
    }

    private void saveTwice(int machines) {
        save(IntStream.range(0, machines)
                .mapToObj(i -> "host" + letters(i))
                .mapMulti((String name, java.util.function.Consumer<AssetDraft> drafts) -> {
                    drafts.accept(draft("servicenow", name, host(name)));
                    drafts.accept(draft("azure", name, AssetAttributes.named(name)));
                })
                .toArray(AssetDraft[]::new));
    }

    private void save(AssetDraft... drafts) {
        catalog.save(engagement.scope(), engagement.id(), List.of(drafts));
    }

    private static AssetAttributes.Builder host(String name) {
        return AssetAttributes.named(name + ".corp.example")
                .ciClass("cmdb_ci_linux_server")
                .hostName(name)
                .fqdn(name + ".corp.example");
    }

    private static AssetDraft draft(String source, String key, AssetAttributes.Builder attributes) {
        return new AssetDraft(new AssetKey(source, key), attributes.build());
    }

    /** A word of its own for each number, since names that differ in a number are siblings. */
    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (Character.digit(digit, 26) + 'a')))
                .collect(Collectors.joining());
    }
}
