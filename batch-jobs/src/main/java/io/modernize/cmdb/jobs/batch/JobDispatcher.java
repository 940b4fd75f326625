package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.application.JobSignal;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.jobs.batch.WorkerPlaces.Place;
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
 * Gives the jobs of the queue to workers while the service serves. The queue has the order, in which client accounts take
 * turns. {@link WorkerPlaces} keeps a worker free for those that have none.
 */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(DispatchProperties.class)
class JobDispatcher implements SmartLifecycle, JobSignal {
    private static final Logger LOG = LoggerFactory.getLogger(JobDispatcher.class);

    /** The number of queued runs that one look reads. The long queue of a client account does not hide others' runs. */
    private static final int MOST_WAITING = 100;

    private final JobQueue queue;
    private final JobRunner runner;
    private final Map<JobKind, JobWork> works = new EnumMap<>(JobKind.class);
    private final DispatchProperties properties;
    private final Turns turns;
    private final WorkerPlaces places;
    private final StopSignal stop = new StopSignal();

    /**
     * The signals to workers. There is at most one for each worker: more would wake nobody else, and without workers
     * they would only add up.
     */
    private final Semaphore wakeUp = new Semaphore(0);

    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    JobDispatcher(JobQueue queue, JobRunner runner, List<JobWork> works, DispatchProperties properties, Turns turns) {
        this.queue = queue;
        this.runner = runner;
        works.forEach(work -> this.works.put(work.kind(), work));
        this.properties = properties;
        this.turns = turns;
        this.places = new WorkerPlaces(properties.workers());
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
        stop.clear();
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
        stop.give();
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
        stop.give();
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
            // The database may be away; what waits goes on waiting. So does a run whose end is not recorded yet.
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

    /** Runs one waiting job. False if no job waits that this process has a place for and no other works on. */
    private boolean runOne() {
        for (WaitingRun waiting : queue.waiting(places.vacancies(), MOST_WAITING)) {
            if (isDone(waiting)) {
                // The place may be what another worker has missed.
                wakeUpOne();
                return true;
            }
        }
        return false;
    }

    private boolean isDone(WaitingRun waiting) {
        Optional<Place> place = places.take(waiting);
        if (place.isEmpty()) {
            return false;
        }
        try (Place taken = place.get()) {
            return runner.run(waiting, this::attempt, stop);
        }
    }

    private JobReport attempt(JobRun run, JobProgress progress) {
        JobWork work = works.get(run.kind());
        return work == null
                ? JobReport.failed("This process does not know jobs of the kind " + run.kind() + ".")
                : work.run(run, progress);
    }
}
