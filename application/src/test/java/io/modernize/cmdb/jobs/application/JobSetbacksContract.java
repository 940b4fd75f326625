package io.modernize.cmdb.jobs.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link JobRuns} does with attempts that did not come to their end. */
public abstract class JobSetbacksContract {
    protected final TwoClients clients;
    private final JobRuns runs;
    private final TenantScope northwind;

    /** The client accounts exist and are empty. */
    protected JobSetbacksContract(TwoClients clients, JobRuns runs) {
        this.clients = clients;
        this.runs = runs;
        northwind = clients.northwindScope();
    }

    private JobRun queued() {
        return runs.enqueue(northwind, clients.exit(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();
    }

    private JobRun begun(JobRun run) {
        return runs.begin(northwind, run.id()).orElseThrow();
    }

    private JobRun found(JobRun run) {
        return runs.find(northwind, run.id()).orElseThrow();
    }

    @Test
    void tryAgainAfterASetback() {
        JobRun run = queued();

        runs.setBack(begun(run), "the database cannot be reached");

        assertThat(found(run).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(found(run).message()).startsWith("the database cannot be reached");
        assertThat(found(run).endedAt()).isNull();
        assertThat(runs.begin(northwind, run.id())).isPresent();
    }

    @Test
    void giveUpAfterTooManySetbacksInARow() {
        JobRun run = queued();
        int setbacks = 0;
        while (found(run).status() == JobStatus.QUEUED) {
            runs.setBack(begun(run), "the database has no room");
            setbacks++;
            assertThat(setbacks).isLessThan(20);
        }

        assertThat(setbacks).isEqualTo(10);
        assertThat(found(run).status()).isEqualTo(JobStatus.FAILED);
        assertThat(found(run).message()).isEqualTo("the database has no room");
        assertThat(found(run).endedAt()).isNotNull();
        assertThat(runs.requeue(northwind, run.id())).isTrue();
        runs.setBack(begun(run), "once more");
        assertThat(found(run).status()).as("counted anew").isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void countNoSetbacksOfAttemptsThatGotOn() {
        JobRun run = queued();
        for (int i = 1; i <= 15; i++) {
            JobRun attempt = begun(run);
            runs.advance(attempt, JobCounts.of(i, 100), null);
            runs.setBack(attempt, "the database cannot be reached");
        }

        assertThat(found(run).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void recordNoEndOfAnAttemptThatAnotherProcessHasTakenOver() {
        JobRun run = queued();
        JobRun lost = begun(run);
        JobRun present = begun(run);

        assertThat(runs.advance(lost, JobCounts.of(7, 9), null))
                .as("it should stop")
                .isTrue();
        runs.end(lost, JobStatus.FAILED, "lost");
        runs.setBack(lost, "lost");
        runs.makeWay(lost, "lost");

        assertThat(found(run)).isEqualTo(present);
        assertThat(runs.advance(present, JobCounts.of(1, 9), null)).isFalse();
    }

    /** After an outage, another process can be faster than the one that ran the job and is still there. */
    @Test
    void doNotTakeAnOutageForTheEndOfAProcess() {
        JobRun run = queued();
        JobRun attempt = begun(run);
        for (int outage = 0; outage < 10; outage++) {
            JobRun next = begun(run);
            runs.setBack(attempt, "the database cannot be reached");
            attempt = next;
        }

        assertThat(found(run).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void countTheQueuedRunsOfAClientAccount() {
        JobRun run = queued();
        runs.enqueue(northwind, null, JobKind.AUDIT, JobSize.LARGE, Map.of(), "somebody");
        runs.enqueue(clients.harborScope(), null, JobKind.AUDIT, JobSize.LARGE, Map.of(), "somebody");

        assertThat(runs.queued(northwind)).isEqualTo(2);
        assertThat(runs.queued(clients.erpScope())).as("of all engagements").isEqualTo(2);
        runs.begin(northwind, run.id());
        assertThat(runs.queued(northwind)).isEqualTo(1);
    }
}
