package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.InMemoryJobRuns;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.testsupport.Await;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Workers outlive what jobs throw. */
class JobDispatcherTests {
    private static final DispatchProperties TWO_WORKERS = new DispatchProperties(2, Duration.ofMillis(100));

    private final TestAttempts attempts = new TestAttempts();
    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final TwoClients clients = TwoClients.random();
    private final TenantScope scope = clients.northwindScope();
    private final TenantScope another = clients.harborScope();

    private final ServiceLocks locks = new InMemoryServiceLocks();
    private final JobQueue queue = new InMemoryJobQueue(runs, scope, another);

    @Test
    void goesOnWithTheNextJobAfterAnErrorInEachOfItsWorkers() {
        BegunWork first = BegunWork.of(JobKind.EMBEDDING, () -> {
            throw new OutOfMemoryError("for a test");
        });
        BegunWork second = BegunWork.of(JobKind.REINDEX, () -> {
            throw new NoClassDefFoundError("for a test");
        });
        BegunWork third = BegunWork.of(JobKind.AUDIT, () -> JobReport.completed("done"));
        JobRun failed = enqueue(JobKind.EMBEDDING);
        JobRun alsoFailed = runs.enqueue(another, null, JobKind.REINDEX, JobSize.SMALL, Map.of(), "somebody")
                .orElseThrow();
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
    void looksAgainAfterAnErrorWhileItLooked() {
        AtomicInteger looks = new AtomicInteger();
        JobQueue broken = new JobQueue() {
            @Override
            public List<WaitingRun> waiting(Vacancies vacancies, int limit) {
                if (looks.incrementAndGet() <= 2) {
                    throw new StackOverflowError();
                }
                return queue.waiting(vacancies, limit);
            }

            @Override
            public boolean isLargeQueuedBeside(ClientAccountId clientAccountId) {
                return queue.isLargeQueuedBeside(clientAccountId);
            }
        };
        BegunWork work = BegunWork.of(JobKind.AUDIT, () -> JobReport.completed("done"));
        JobRun run = enqueue(JobKind.AUDIT);
        JobDispatcher dispatcher = dispatcher(broken, List.of(work));

        dispatcher.start();
        work.awaitBegin();
        dispatcher.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(attempts.errors()).isEqualTo(2);
    }

    @Test
    void triesAgainWhatTheDatabaseHasInterrupted() {
        AtomicInteger attempt = new AtomicInteger();
        BegunWork work = BegunWork.of(JobKind.AUDIT, () -> {
            if (attempt.incrementAndGet() == 1) {
                throw new CannotCreateTransactionException("open", new SQLException("gone", "57P01"));
            }
            return JobReport.completed("done");
        });
        JobRun run = enqueue(JobKind.AUDIT);
        JobDispatcher dispatcher = dispatcher(queue, List.of(work));

        dispatcher.start();
        Await.until("it is over", () -> now(run).status().isOver());
        dispatcher.stop();

        assertThat(now(run).status()).as(now(run).message()).isEqualTo(JobStatus.COMPLETED);
        assertThat(attempt).hasValue(2);
    }

    @Test
    void doesNotTryAgainWhatTheDatabaseDoesNotTake() {
        BegunWork work = BegunWork.of(JobKind.AUDIT, () -> {
            throw new DataAccessResourceFailureException(
                    "insert a name", new SQLException("string is too long for tsvector", "54000"));
        });
        JobRun run = enqueue(JobKind.AUDIT);
        JobDispatcher dispatcher = dispatcher(queue, List.of(work));

        dispatcher.start();
        Await.until("it is over", () -> now(run).status().isOver());
        dispatcher.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.FAILED);
        assertThat(now(run).message()).contains("does not take a value").doesNotContain("insert", "tsvector");
    }

    /** Otherwise the run would be begun again, and count as one that has ended its process. */
    @Test
    void recordsTheEndWhenTheDatabaseIsBack() {
        AtomicInteger ends = new AtomicInteger();
        JobRuns afterAnOutage = (JobRuns) Proxy.newProxyInstance(
                JobRuns.class.getClassLoader(), new Class<?>[] {JobRuns.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("end") && ends.incrementAndGet() <= 2) {
                        throw new DataAccessResourceFailureException("no route");
                    }
                    return method.invoke(runs, arguments);
                });
        AtomicInteger attempt = new AtomicInteger();
        BegunWork work = BegunWork.of(JobKind.AUDIT, () -> {
            attempt.incrementAndGet();
            return JobReport.completed("done");
        });
        JobRun run = enqueue(JobKind.AUDIT);
        JobDispatcher dispatcher =
                new JobDispatcher(queue, runner(afterAnOutage), List.of(work), TWO_WORKERS, attempts.turns());

        dispatcher.start();
        Await.until("it is over", () -> now(run).status().isOver());
        dispatcher.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(ends).hasValue(3);
        assertThat(attempt).hasValue(1);
    }

    @Test
    void queuesASmallJobAsALargeOneThatTakesTooLong() {
        AtomicLong nanos = new AtomicLong();
        AtomicInteger attempt = new AtomicInteger();
        BegunWork work = new BegunWork(JobKind.IMPORT, new CountDownLatch(1), progress -> {
            if (attempt.incrementAndGet() == 1) {
                nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            }
            return progress.isStopRequested()
                    ? new JobReport(new JobEnd.Stopped(), "half of it")
                    : JobReport.completed("the rest");
        });
        JobRun run = runs.enqueue(scope, null, JobKind.IMPORT, JobSize.SMALL, Map.of(), "somebody")
                .orElseThrow();
        JobRunner runner = new JobRunner(queue, runs, locks, attempts.turns(), nanos::get);
        JobDispatcher dispatcher = new JobDispatcher(queue, runner, List.of(work), TWO_WORKERS, attempts.turns());

        dispatcher.start();
        Await.until("it is over", () -> now(run).status().isOver());
        dispatcher.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(attempt).hasValue(2);
        assertThat(runs.size(run.id())).isEqualTo(JobSize.LARGE);
    }

    @Test
    void letsALargeJobMakeWayForThatOfAnotherClientAccount() {
        AtomicLong nanos = new AtomicLong();
        List<String> attempted = Collections.synchronizedList(new ArrayList<>());
        BegunWork longer = new BegunWork(JobKind.EMBEDDING, new CountDownLatch(1), progress -> {
            attempted.add("long");
            progress.report(0, 10);
            progress.report(1, 10);
            if (attempted.size() == 1) {
                runs.enqueue(another, null, JobKind.DUPLICATES, JobSize.LARGE, Map.of(), "somebody");
            }
            nanos.addAndGet(Duration.ofMinutes(5).toNanos());
            return progress.isStopRequested()
                    ? new JobReport(new JobEnd.Stopped(), "a part of it")
                    : JobReport.completed("the rest");
        });
        BegunWork other = BegunWork.of(JobKind.DUPLICATES, () -> {
            attempted.add("other");
            return JobReport.completed("done");
        });
        JobRun run = enqueue(JobKind.EMBEDDING);
        JobQueue othersFirst = new InMemoryJobQueue(runs, another, scope);
        JobRunner runner = new JobRunner(othersFirst, runs, locks, attempts.turns(), nanos::get);
        JobDispatcher dispatcher =
                new JobDispatcher(othersFirst, runner, List.of(longer, other), TWO_WORKERS, attempts.turns());

        dispatcher.start();
        Await.until("it is over", () -> now(run).status().isOver());
        dispatcher.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(attempted).containsExactly("long", "other", "long");
    }

    /** A process without workers, where nobody takes a permit. */
    @Test
    void countsNoSignalsThatNobodyWaitsFor() {
        JobDispatcher dispatcher = new JobDispatcher(
                queue, runner(runs), List.of(), new DispatchProperties(0, Duration.ofMillis(100)), attempts.turns());

        dispatcher.jobIsWaiting();
        dispatcher.jobIsWaiting();

        assertThat(dispatcher.signals()).isZero();
    }

    private JobDispatcher dispatcher(JobQueue looked, List<JobWork> works) {
        return new JobDispatcher(looked, runner(runs), works, TWO_WORKERS, attempts.turns());
    }

    private JobRunner runner(JobRuns recorded) {
        return new JobRunner(queue, recorded, locks, attempts.turns());
    }

    private JobRun enqueue(JobKind kind) {
        return runs.enqueue(scope, null, kind, JobSize.LARGE, Map.of(), "somebody")
                .orElseThrow();
    }

    private JobRun now(JobRun run) {
        return runs.find(run.scope(), run.id()).orElseThrow();
    }
}
