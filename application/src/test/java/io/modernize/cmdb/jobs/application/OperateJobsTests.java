package io.modernize.cmdb.jobs.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.OperateJobs.ChangeOutcome;
import io.modernize.cmdb.jobs.application.OperateJobs.JobCommand;
import io.modernize.cmdb.jobs.application.OperateJobs.StartOutcome;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OperateJobsTests {
    private final TwoClients clients = TwoClients.random();
    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final AtomicInteger signals = new AtomicInteger();
    private final OperateJobs operate = new OperateJobs(runs, signals::incrementAndGet, new OperateJobs.Settings(2));

    private JobCommand embedding() {
        return new JobCommand(
                clients.northwindScope(), clients.exit(), JobKind.EMBEDDING, JobSize.LARGE, Map.of(), "somebody");
    }

    private JobRun started() {
        return ((StartOutcome.Started) operate.start(embedding())).run();
    }

    @Test
    void wakesThoseWhoWork() {
        started();

        assertThat(signals).hasValue(1);
    }

    @Test
    void answersWithTheRunThatDoesTheSameWork() {
        JobRun run = started();

        assertThat(operate.start(embedding())).isEqualTo(new StartOutcome.UnderWay(run));
        assertThat(signals).hasValue(1);
    }

    @Test
    void stopsAndRestarts() {
        JobRun run = started();

        assertThat(operate.stop(clients.northwindScope(), run.id()))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Changed.class,
                        changed -> assertThat(changed.run().status()).isEqualTo(JobStatus.STOPPED));
        assertThat(operate.stop(clients.northwindScope(), run.id())).isInstanceOf(ChangeOutcome.NotPossible.class);
        assertThat(operate.restart(clients.northwindScope(), run.id())).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(signals).hasValue(2);
        assertThat(operate.restart(clients.northwindScope(), run.id())).isInstanceOf(ChangeOutcome.NotPossible.class);
    }

    @Test
    void knowsNothingBeyondTheScope() {
        JobRun run = started();

        assertThat(operate.stop(clients.harborScope(), run.id())).isEqualTo(new ChangeOutcome.Unknown());
        assertThat(operate.restart(clients.harborScope(), run.id())).isEqualTo(new ChangeOutcome.Unknown());
        assertThat(operate.stop(clients.northwindScope(), new JobRunId(UUID.randomUUID())))
                .isEqualTo(new ChangeOutcome.Unknown());
    }

    private StartOutcome start(TenantScope scope, JobKind kind) {
        return operate.start(new JobCommand(scope, null, kind, JobSize.LARGE, Map.of(), "somebody"));
    }

    @Test
    void queuesAsManyRunsAsTheClientAccountMayHave() {
        TenantScope northwind = clients.northwindScope();
        JobRun embedding = started();
        JobRun audit = ((StartOutcome.Started) start(northwind, JobKind.AUDIT)).run();

        assertThat(start(northwind, JobKind.REINDEX)).isEqualTo(new StartOutcome.TooMany());
        assertThat(operate.start(embedding())).isEqualTo(new StartOutcome.UnderWay(embedding));
        assertThat(start(clients.harborScope(), JobKind.REINDEX)).isInstanceOf(StartOutcome.Started.class);
        operate.stop(northwind, audit.id());
        assertThat(start(northwind, JobKind.REINDEX)).isInstanceOf(StartOutcome.Started.class);
        assertThat(operate.restart(northwind, audit.id())).isInstanceOf(ChangeOutcome.TooMany.class);
        assertThat(operate.restart(clients.harborScope(), audit.id())).isEqualTo(new ChangeOutcome.Unknown());
    }
}
