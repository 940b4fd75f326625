package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The attempts of jobs that run in this process. A job's only parameter is a random number, since Batch's tables have no
 * row-level security; by that number its steps find here what they work on.
 *
 * <p>When the application ends, attempts are asked to stop and waited for before anything that they need is taken away:
 * a chunk that was begun is finished. Public for the jobs of other capabilities.
 */
@Component
public class JobAttempts implements SmartLifecycle {
    /** The job parameter. */
    public static final String ATTEMPT = "attempt";

    /** For a step's beans. */
    public static final String ATTEMPT_PARAMETER = "#{jobParameters['" + ATTEMPT + "']}";

    private static final Logger LOG = LoggerFactory.getLogger(JobAttempts.class);

    /** Of work that runs outside of Batch; the context waits no longer for this phase than its own limit. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** Not at construction: Batch's operator depends on jobs, and these on steps that look things up here. */
    private final ObjectProvider<JobOperator> operator;

    private final Turns turns;

    /** Of those under way, which are as many as threads run jobs: each takes its own away. */
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int underWay;
    private boolean running;
    private volatile boolean stopping;

    private record Attempt(Object work, JobProgress progress) {}

    JobAttempts(ObjectProvider<JobOperator> operator, Turns turns) {
        this.operator = operator;
        this.turns = turns;
    }

    /**
     * Runs a job in this thread, to its end or until the progress or the end of the application asks to stop.
     *
     * @param work what the job's steps {@link #get}
     * @param progress {@link #stoppable}
     */
    public AttemptEnd run(Job job, Object work, JobProgress progress) {
        String attempt = UUID.randomUUID().toString();
        attempts.put(attempt, new Attempt(work, progress));
        enter();
        try {
            AttemptEnd end = AttemptEnd.of(operator.getObject()
                    .start(
                            job,
                            new JobParametersBuilder()
                                    .addString(ATTEMPT, attempt)
                                    .toJobParameters()));
            // Batch takes an error in a step for a failure like any other.
            end.cause(Error.class).ifPresent(error -> turns.tell("Job " + job.getName(), error));
            return end;
        } catch (RuntimeException e) {
            if (AttemptEnd.causes(e).noneMatch(AttemptEnd::isDatabaseGone)) {
                throw e;
            }
            // Batch could not even note that the job has failed.
            return AttemptEnd.of(e);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("job " + job.getName() + " could not be started", e);
        } finally {
            leave();
            attempts.remove(attempt);
        }
    }

    /**
     * Work around attempts that the end of the application waits for as well: what has to be asked and let go of before and
     * after them.
     */
    public <T> T aroundAttempts(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    /** What the attempt works on. */
    public <T> T get(String attempt, Class<T> type) {
        Attempt known = attempts.get(attempt);
        if (known == null) {
            throw new IllegalStateException("attempt " + attempt + " does not run in this process");
        }
        return type.cast(known.work());
    }

    /** Stops an attempt's step between chunks; to be a listener of each step. */
    public StopBetweenChunks stopBetweenChunks() {
        return new StopBetweenChunks(this);
    }

    boolean isStopRequested(String attempt) {
        Attempt known = attempts.get(attempt);
        return known != null && known.progress().isStopRequested();
    }

    /** The same progress, which the end of the application stops, too. */
    public JobProgress stoppable(JobProgress progress) {
        return new JobProgress() {
            @Override
            public void report(long done, long total) {
                progress.report(done, total);
            }

            @Override
            public void report(JobCounts counts) {
                progress.report(counts);
            }

            @Override
            public void paused(Duration pause, String reason) {
                progress.paused(pause, reason);
            }

            @Override
            public boolean isStopRequested() {
                return stopping || progress.isStopRequested();
            }
        };
    }

    private void enter() {
        lock.lock();
        try {
            underWay++;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            underWay--;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        // Not only at first: a context can be paused and go on.
        stopping = false;
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        stopping = true;
        lock.lock();
        try {
            long left = LONGEST_WAIT.toNanos();
            while (underWay > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
            if (underWay > 0) {
                LOG.warn(
                        "{} jobs are cut off; what they have stored stays, and the next runs go on from there",
                        underWay);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
            running = false;
        }
    }

    /** Beside the wait, so that a job that takes too long keeps nothing else from ending in time. */
    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().name("job-stop").start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }
}
