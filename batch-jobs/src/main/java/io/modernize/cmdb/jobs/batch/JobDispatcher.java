package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobSignal;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs the jobs of the queue while the service serves. A run belongs to the holder of its lock, which PostgreSQL frees
 * when its holder ends, however it ended. A run that is recorded as running and whose lock is free continues here.
 */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(DispatchProperties.class)
class JobDispatcher implements SmartLifecycle, JobSignal {
    private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);

    /** The number of waiting runs that one look reads. Runs that other processes work on are among them. */
    private static final int MOST_WAITING = 100;

    private final JobQueue queue;
    private final JobRuns runs;
    private final ServiceLocks locks;
    private final Map<JobKind, JobWork> works = new EnumMap<>(JobKind.class);
    private final DispatchProperties properties;
    private final Turns turns;

    /**
     * The signals to workers. There is at most one for each worker: more would wake nobody else, and without workers
     * they would only add up.
     */
    private final Semaphore wakeUp = new Semaphore(0);

    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    JobDispatcher(
            JobQueue queue,
            JobRuns runs,
            ServiceLocks locks,
            List<JobWork> works,
            DispatchProperties properties,
            Turns turns) {
        this.queue = queue;
        this.runs = runs;
        this.locks = locks;
        works.forEach(work -> this.works.put(work.kind(), work));
        this.properties = properties;
        this.turns = turns;
    }

    /** Wakes a worker when the transaction that has queued the run commits. Nobody can see the run before. */
    @Override
    public void jobIsWaiting() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wakeUpOne();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeUpOne();
            }
        });
    }

    private void wakeUpOne() {
        if (wakeUp.availablePermits() < properties.workers()) {
            wakeUp.release();
        }
    }

    /** The number of signals that no worker has followed yet. */
    int signals() {
        return wakeUp.availablePermits();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < properties.workers(); i++) {
            workers.add(Thread.ofPlatform().name("job-worker-" + i).start(this::work));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public synchronized void stop() {
        running = false;
        wakeUp.release(workers.size());
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        workers.clear();
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        Thread.ofVirtual().name("job-dispatch-stop").start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }

    /**
     * Works until the service stops, whatever is thrown. Nobody would miss a worker that ends, and without workers
     * every job waits for ever.
     */
    private void work() {
        while (running) {
            if (!turns.takeOrElse("Looking for waiting jobs", this::look)) {
                turns.take("Waiting for jobs", this::awaitWork);
            }
        }
    }

    private boolean look() {
        try {
            return runOne();
        } catch (RuntimeException e) {
            // The database may be away; what waits goes on waiting.
            LOG.warn("Looking for waiting jobs failed", e);
            return false;
        }
    }

    private void awaitWork() {
        try {
            if (wakeUp.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Runs one waiting job. False if no job waits that another process does not work on. */
    private boolean runOne() {
        for (WaitingRun waiting : queue.waiting(MOST_WAITING)) {
            Optional<Held> lock = locks.tryAcquire("job:" + waiting.id());
            if (lock.isEmpty()) {
                continue;
            }
            try (Held held = lock.get()) {
                Optional<JobRun> begun = runs.begin(TenantScope.forJob(waiting.clientAccountId()), waiting.id());
                if (begun.isPresent()) {
                    run(begun.get());
                    return true;
                }
            }
        }
        return false;
    }

    private void run(JobRun run) {
        RecordedProgress progress = new RecordedProgress(runs, run, () -> !running);
        JobReport report;
        try {
            report = attempt(run, progress);
        } catch (RuntimeException e) {
            LOG.error("Job {} {} failed", run.kind(), run.id(), e);
            report = JobReport.failed("An unexpected error; the operator's log has the details.");
        } catch (Error e) {
            turns.tell("Job " + run.kind() + " " + run.id(), e);
            report = JobReport.failed(
                    "The process that ran the job had an error (" + e.getClass().getSimpleName()
                            + "). The operator's log has the details; restart the job when that is mended.");
        }
        progress.flush();
        JobStatus status = switch (report.end()) {
            case JobEnd.Completed() -> JobStatus.COMPLETED;
            case JobEnd.Failed failed -> JobStatus.FAILED;
            case JobEnd.Busy() -> JobStatus.QUEUED;
            // Whoever stopped the service did not mean the job: another process, or the next start, goes on with it.
            case JobEnd.Stopped() -> progress.isStoppedByUser() ? JobStatus.STOPPED : JobStatus.QUEUED;
        };
        runs.end(run.scope(), run.id(), status, report.message());
    }

    private JobReport attempt(JobRun run, JobProgress progress) {
        JobWork work = works.get(run.kind());
        return work == null
                ? JobReport.failed("This process does not know jobs of the kind " + run.kind() + ".")
                : work.run(run, progress);
    }
}
