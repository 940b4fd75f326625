package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.testsupport.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two workers of a process, which client accounts share, and small jobs with large ones. */
class SharedWorkersTests {
    private final TestAttempts attempts = new TestAttempts();
    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final TwoClients clients = TwoClients.random();
    private final TenantScope northwind = clients.northwindScope();
    private final TenantScope harbor = clients.harborScope();
    private final CountDownLatch end = new CountDownLatch(1);
    private final BegunWork embedding = BegunWork.until(end, JobKind.EMBEDDING);
    private final BegunWork duplicates = BegunWork.until(end, JobKind.DUPLICATES);
    private final BegunWork small = BegunWork.of(JobKind.IMPORT, () -> JobReport.completed("three rows"));
    private final JobDispatcher dispatcher = dispatcher(List.of(embedding, duplicates, small));

    private JobDispatcher dispatcher(List<JobWork> works) {
        InMemoryJobQueue queue = new InMemoryJobQueue(runs, northwind, harbor);
        return new JobDispatcher(
                queue,
                new JobRunner(queue, runs, new InMemoryServiceLocks(), attempts.turns()),
                works,
                new DispatchProperties(2, Duration.ofMillis(100)),
                attempts.turns());
    }

    @AfterEach
    void endAll() {
        end.countDown();
        dispatcher.stop();
    }

    private JobRun enqueue(TenantScope scope, JobKind kind, JobSize size) {
        return runs.enqueue(scope, new EngagementId(UUID.randomUUID()), kind, size, Map.of(), "somebody")
                .orElseThrow();
    }

    private JobStatus now(TenantScope scope, JobRun run) {
        return runs.find(scope, run.id()).orElseThrow().status();
    }

    @Test
    void leaveOneToOtherClientAccounts() {
        for (int i = 0; i < 300; i++) {
            enqueue(northwind, JobKind.EMBEDDING, JobSize.SMALL);
        }
        JobRun beside = enqueue(northwind, JobKind.DUPLICATES, JobSize.SMALL);
        dispatcher.start();
        embedding.awaitBegin();

        JobRun ofHarbor = enqueue(harbor, JobKind.IMPORT, JobSize.SMALL);
        dispatcher.jobIsWaiting();

        small.awaitBegin();
        Await.until("harbor's is done", () -> now(harbor, ofHarbor) == JobStatus.COMPLETED);
        assertThat(now(northwind, beside)).isEqualTo(JobStatus.QUEUED);
        assertThat(runs.queued(northwind)).as("all but one of them").isEqualTo(300);
    }

    @Test
    void leaveOneToSmallJobs() {
        JobRun large = enqueue(northwind, JobKind.EMBEDDING, JobSize.LARGE);
        JobRun alsoLarge = enqueue(harbor, JobKind.DUPLICATES, JobSize.LARGE);
        dispatcher.start();
        embedding.awaitBegin();

        JobRun ofHarbor = enqueue(harbor, JobKind.IMPORT, JobSize.SMALL);
        dispatcher.jobIsWaiting();

        small.awaitBegin();
        Await.until("harbor's is done", () -> now(harbor, ofHarbor) == JobStatus.COMPLETED);
        assertThat(now(northwind, large)).isEqualTo(JobStatus.RUNNING);
        assertThat(now(harbor, alsoLarge)).isEqualTo(JobStatus.QUEUED);
        end.countDown();
        duplicates.awaitBegin();
    }
}
