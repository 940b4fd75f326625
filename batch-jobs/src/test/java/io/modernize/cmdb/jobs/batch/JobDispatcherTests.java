package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Workers outlive what jobs throw. */
class JobDispatcherTests {
    private static final DispatchProperties TWO_WORKERS = new DispatchProperties(2, Duration.ofMillis(100));

    private final TestAttempts attempts = new TestAttempts();
    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final TenantScope scope = TwoClients.random().northwindScope();

    /** As in the database: one holder at a time. */
    private final ServiceLocks locks = new ServiceLocks() {
        private final Set<String> held = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<Held> tryAcquire(String work) {
            return held.add(work) ? Optional.of(() -> held.remove(work)) : Optional.empty();
        }
    };

    private final JobQueue queue =
            limit -> runs
                    .list(scope, Set.of(), Set.of(JobStatus.QUEUED, JobStatus.RUNNING), null, limit)
                    .entries()
                    .reversed()
                    .stream()
                    .map(run -> new WaitingRun(scope.clientAccountId(), run.id()))
                    .toList();

    /** Work of one kind that counts down when it is begun. */
    private record Work(JobKind kind, CountDownLatch begun, Supplier<JobReport> work) implements JobWork {
        private Work(JobKind kind, Supplier<JobReport> work) {
            this(kind, new CountDownLatch(1), work);
        }

        @Override
        public JobReport run(JobRun run, JobProgress progress) {
            begun.countDown();
            return work.get();
        }

        private void awaitBegin() throws InterruptedException {
            assertThat(begun.await(30, TimeUnit.SECONDS))
                    .as("%s is begun", kind)
                    .isTrue();
        }
    }

    @Test
    void goesOnWithTheNextJobAfterAnErrorInEachOfItsWorkers() throws InterruptedException {
        Work first = new Work(JobKind.EMBEDDING, () -> {
            throw new OutOfMemoryError("for a test");
        });
        Work second = new Work(JobKind.REINDEX, () -> {
            throw new NoClassDefFoundError("for a test");
        });
        Work third = new Work(JobKind.AUDIT, () -> JobReport.completed("done"));
        JobRun failed = enqueue(JobKind.EMBEDDING);
        JobRun alsoFailed = enqueue(JobKind.REINDEX);
        JobDispatcher dispatcher = dispatcher(queue, List.of(first, second, third));

        dispatcher.start();
        first.awaitBegin();
        second.awaitBegin();
        JobRun done = enqueue(JobKind.AUDIT);
        dispatcher.jobIsWaiting();
        third.awaitBegin();
        dispatcher.stop();

        assertThat(now(done).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(List.of(now(failed), now(alsoFailed)))
                .allSatisfy(run -> assertThat(run.status()).isEqualTo(JobStatus.FAILED));
        assertThat(now(failed).message()).contains("OutOfMemoryError").contains("log");
        assertThat(now(alsoFailed).message()).contains("NoClassDefFoundError");
        assertThat(attempts.errors()).isEqualTo(2);
    }

    @Test
    void looksAgainAfterAnErrorWhileItLooked() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        JobQueue broken = limit -> {
            if (looks.incrementAndGet() <= 2) {
                throw new StackOverflowError();
            }
            return queue.waiting(limit);
        };
        Work work = new Work(JobKind.AUDIT, () -> JobReport.completed("done"));
        JobRun run = enqueue(JobKind.AUDIT);
        JobDispatcher dispatcher = dispatcher(broken, List.of(work));

        dispatcher.start();
        work.awaitBegin();
        dispatcher.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(attempts.errors()).isEqualTo(2);
    }

    /** A process without workers, where nobody takes a permit. */
    @Test
    void countsNoSignalsThatNobodyWaitsFor() {
        JobDispatcher dispatcher = new JobDispatcher(
                queue, runs, locks, List.of(), new DispatchProperties(0, Duration.ofMillis(100)), attempts.turns());

        dispatcher.jobIsWaiting();
        dispatcher.jobIsWaiting();

        assertThat(dispatcher.signals()).isZero();
    }

    private JobDispatcher dispatcher(JobQueue looked, List<JobWork> works) {
        return new JobDispatcher(looked, runs, locks, works, TWO_WORKERS, attempts.turns());
    }

    private JobRun enqueue(JobKind kind) {
        return runs.enqueue(scope, null, kind, Map.of(), "somebody").orElseThrow();
    }

    private JobRun now(JobRun run) {
        return runs.find(scope, run.id()).orElseThrow();
    }
}
