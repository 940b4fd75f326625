package io.modernize.cmdb.jobs.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link JobRuns} does. */
public abstract class JobRunsContract {
    protected final TwoClients clients;
    private final JobRuns runs;
    private final TenantScope northwind;

    /** The client accounts exist and are empty. */
    protected JobRunsContract(TwoClients clients, JobRuns runs) {
        this.clients = clients;
        this.runs = runs;
        northwind = clients.northwindScope();
    }

    private JobRun queued(JobKind kind) {
        return runs.enqueue(northwind, clients.exit(), kind, JobSize.LARGE, Map.of("name", "value"), "somebody")
                .orElseThrow();
    }

    private JobRun found(JobRun run) {
        return runs.find(northwind, run.id()).orElseThrow();
    }

    @Test
    void queueOneOfTheSameWorkAtATime() {
        JobRun run = queued(JobKind.EMBEDDING);

        assertThat(run.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(run.arguments()).containsExactly(Map.entry("name", "value"));
        assertThat(run.scope()).isEqualTo(clients.exitScope());
        assertThat(found(run)).isEqualTo(run);
        assertThat(runs.enqueue(northwind, clients.exit(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "another"))
                .isEmpty();
        assertThat(runs.enqueue(northwind, clients.erp(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "another"))
                .isPresent();
        assertThat(runs.enqueue(northwind, null, JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "another"))
                .isPresent();
        assertThat(runs.enqueue(northwind, null, JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "another"))
                .isEmpty();
        assertThat(runs.enqueue(clients.harborScope(), null, JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "another"))
                .isPresent();
    }

    @Test
    void findThoseOfManyThatTheScopeHas() {
        JobRun exit = queued(JobKind.EMBEDDING);
        JobRun erp = runs.enqueue(northwind, clients.erp(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();
        JobRun foreign = runs.enqueue(
                        clients.harborScope(), null, JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();
        List<JobRunId> ids = List.of(exit.id(), erp.id(), foreign.id(), new JobRunId(UUID.randomUUID()));

        assertThat(runs.findAll(northwind, ids)).containsExactlyInAnyOrder(exit, erp);
        assertThat(runs.findAll(clients.exitScope(), ids)).containsExactly(exit);
        assertThat(runs.findAll(northwind, List.of())).isEmpty();
    }

    @Test
    void refuseWorkBeyondTheScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> runs.enqueue(
                        clients.exitScope(), clients.erp(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "somebody"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        runs.enqueue(clients.exitScope(), null, JobKind.AUDIT, JobSize.LARGE, Map.of(), "somebody"));
    }

    @Test
    void followARunToItsEnd() {
        JobRun run = queued(JobKind.IMPORT);

        JobRun begun = runs.begin(northwind, run.id()).orElseThrow();
        assertThat(begun.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(begun.resumedAt()).isNotNull();
        JobCounts counts = new JobCounts(10, 7, 2, 1, 100);
        assertThat(runs.advance(begun, counts, "waits")).isFalse();
        assertThat(found(run).counts()).isEqualTo(counts);
        assertThat(found(run).message()).isEqualTo("waits");
        runs.end(begun, JobStatus.COMPLETED, "all done");

        assertThat(found(run).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(found(run).message()).isEqualTo("all done");
        assertThat(found(run).endedAt()).isNotNull();
        assertThat(runs.begin(northwind, run.id())).isEmpty();
        assertThat(runs.requestStop(northwind, run.id())).isFalse();
        assertThat(runs.requeue(northwind, run.id())).isFalse();
    }

    @Test
    void stopWhatWaitsAtOnceAndWhatRunsWhenItAsks() {
        JobRun waiting = queued(JobKind.IMPORT);
        JobRun running = queued(JobKind.EMBEDDING);
        JobRun attempt = runs.begin(northwind, running.id()).orElseThrow();

        assertThat(runs.requestStop(northwind, waiting.id())).isTrue();
        assertThat(runs.requestStop(northwind, running.id())).isTrue();

        assertThat(found(waiting).status()).isEqualTo(JobStatus.STOPPED);
        assertThat(found(running).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(runs.advance(attempt, JobCounts.NONE, null)).isTrue();
        runs.end(attempt, JobStatus.STOPPED, null);
        assertThat(runs.requeue(northwind, running.id())).isTrue();
        assertThat(found(running).stopRequested()).isFalse();
        assertThat(runs.begin(northwind, running.id())).isPresent();
    }

    @Test
    void goOnWithWhatItsProcessHasLeft() {
        JobRun run = queued(JobKind.EMBEDDING);
        runs.advance(runs.begin(northwind, run.id()).orElseThrow(), JobCounts.of(40, 100), null);

        JobRun again = runs.begin(northwind, run.id()).orElseThrow();

        assertThat(again.counts()).isEqualTo(JobCounts.of(40, 100));
        assertThat(again.resumedAt()).isNotNull();
        assertThat(again.resumedAt().read()).isEqualTo(40);
    }

    @Test
    void giveUpARunThatEndsEachProcess() {
        JobRun run = queued(JobKind.EMBEDDING);
        int attempts = 0;
        while (runs.begin(northwind, run.id()).isPresent()) {
            attempts++;
            assertThat(attempts).isLessThan(10);
        }

        assertThat(attempts).isEqualTo(5);
        assertThat(found(run).status()).isEqualTo(JobStatus.FAILED);
        assertThat(runs.requeue(northwind, run.id())).isTrue();
        assertThat(runs.begin(northwind, run.id())).isPresent();
    }

    @Test
    void doNotRequeueBesideTheSameWork() {
        JobRun failed = queued(JobKind.EMBEDDING);
        runs.end(runs.begin(northwind, failed.id()).orElseThrow(), JobStatus.FAILED, "broken");
        queued(JobKind.EMBEDDING);

        assertThat(runs.requeue(northwind, failed.id())).isFalse();
        assertThat(found(failed).status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void listNewestFirstPageByPage() {
        JobRun first = queued(JobKind.IMPORT);
        JobRun second = queued(JobKind.EMBEDDING);
        JobRun third = queued(JobKind.DUPLICATES);
        runs.begin(northwind, second.id());

        assertThat(ids(runs.list(northwind, Set.of(), Set.of(), null, 2))).isEqualTo(ids(List.of(third, second)));
        assertThat(ids(runs.list(northwind, Set.of(), Set.of(), second.id(), 2)))
                .isEqualTo(ids(List.of(first)));
        assertThat(runs.list(northwind, Set.of(), Set.of(), null, 2).hasNext()).isTrue();
        assertThat(runs.list(northwind, Set.of(), Set.of(), null, 3).hasNext()).isFalse();
        assertThat(ids(runs.list(northwind, Set.of(JobKind.IMPORT), Set.of(), null, 10)))
                .isEqualTo(ids(List.of(first)));
        assertThat(ids(runs.list(northwind, Set.of(), Set.of(JobStatus.RUNNING), null, 10)))
                .isEqualTo(ids(List.of(second)));
    }

    private static List<String> ids(Page<JobRun> found) {
        return ids(found.entries());
    }

    private static List<String> ids(List<JobRun> found) {
        return found.stream().map(run -> run.id().toString()).toList();
    }

    @Test
    void pageBehindARunBeyondTheScopeAsBehindNone() {
        queued(JobKind.EMBEDDING);
        JobRun ofErp = runs.enqueue(northwind, clients.erp(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();

        assertThat(runs.list(clients.exitScope(), Set.of(), Set.of(), ofErp.id(), 10)
                        .entries())
                .isEmpty();
    }

    @Test
    void showNothingBeyondTheScope() {
        JobRun ofExit = queued(JobKind.EMBEDDING);
        JobRun ofAll = runs.enqueue(northwind, null, JobKind.AUDIT, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();
        TenantScope erp = TenantScope.forJob(clients.northwind(), clients.erp());

        for (TenantScope foreign : List.of(clients.harborScope(), erp)) {
            for (JobRun run : List.of(ofExit, ofAll)) {
                assertThat(runs.find(foreign, run.id())).isEmpty();
                assertThat(runs.begin(foreign, run.id())).isEmpty();
                assertThat(runs.requestStop(foreign, run.id())).isFalse();
                assertThat(runs.requeue(foreign, run.id())).isFalse();
            }
            assertThat(runs.list(foreign, Set.of(), Set.of(), null, 10).entries())
                    .isEmpty();
        }
        assertThat(runs.list(clients.harborScope(), Set.of(), Set.of(), ofExit.id(), 10)
                        .entries())
                .isEmpty();
        assertThat(found(ofExit)).isEqualTo(ofExit);
    }

    @Test
    void forgetWhatIsOver() {
        JobRun over = queued(JobKind.EMBEDDING);
        runs.end(runs.begin(northwind, over.id()).orElseThrow(), JobStatus.COMPLETED, null);
        JobRun waiting = queued(JobKind.IMPORT);

        assertThat(runs.forgetBefore(clients.harborScope(), Instant.parse("2100-01-01T00:00:00Z")))
                .isZero();
        assertThat(runs.forgetBefore(northwind, Instant.parse("2020-01-01T00:00:00Z")))
                .isZero();
        assertThat(runs.forgetBefore(northwind, Instant.parse("2100-01-01T00:00:00Z")))
                .isEqualTo(1);
        assertThat(runs.find(northwind, over.id())).isEmpty();
        assertThat(runs.find(northwind, waiting.id())).isPresent();
    }
}
