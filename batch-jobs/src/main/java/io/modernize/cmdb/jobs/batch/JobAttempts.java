package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The attempts of jobs that run in this process. A job's only parameter is a random number, because Batch's tables have
 * no row-level security. With this number its steps find here what they work on.
 *
 * <p>When the application ends, attempts are asked to stop, and the application waits for them before it takes anything
 * away that they need. A chunk that was begun is finished. The class is public for the jobs of other capabilities.
 */
@Component
public class JobAttempts implements SmartLifecycle {
    /** For a step's beans: the execution of their step. */
    public static final String STEP = "#{stepExecution}";

    /** The job parameter. */
    private static final String ATTEMPT = "attempt";

    private static final Logger LOG = LoggerFactory.getLogger(JobAttempts.class);

    /**
     * The longest wait for work that runs outside of Batch. The context waits no longer for this phase than its own
     * limit.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /**
     * The operator is looked up late, because it depends on jobs, and these depend on steps that look things up here.
     */
    private final ObjectProvider<JobOperator> operator;

    private final Turns turns;

    /** The running attempts. There are as many as threads run jobs, and each thread removes its own. */
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private int underWay;
    private boolean running;
    private volatile boolean stopping;

    /** Results are here as soon as a step has them: where the database is lost, Batch does not return its execution. */
    private static final class Attempt {
        private final Object work;
        private final JobProgress progress;
        private AttemptResults results = new AttemptResults(new ExecutionContext());

        private Attempt(Object work, JobProgress progress) {
            this.work = work;
            this.progress = progress;
        }
    }

    JobAttempts(ObjectProvider<JobOperator> operator, Turns turns) {
        this.operator = operator;
        this.turns = turns;
    }

    /**
     * Runs a job in this thread, to its end or until the progress or the end of the application asks to stop.
     *
     * @param work the object that the job's steps get by {@link #work}
     * @param progress the progress, made by {@link #stoppable}
     */
    public FinishedAttempt run(Job job, Object work, JobProgress progress) {
        String id = UUID.randomUUID().toString();
        Attempt attempt = new Attempt(work, progress);
        attempts.put(id, attempt);
        enter();
        try {
            FinishedAttempt finished = FinishedAttempt.of(
                    operator.getObject()
                            .start(
                                    job,
                                    new JobParametersBuilder()
                                            .addString(ATTEMPT, id)
                                            .toJobParameters()),
                    progress,
                    attempt.results);
            // Batch takes an error in a step for a failure like any other.
            finished.cause(Error.class).ifPresent(error -> turns.tell("Job " + job.getName(), error));
            return finished;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e).isEmpty()) {
                throw e;
            }
            // Batch could not even note that the job has failed.
            return FinishedAttempt.of(e, progress, attempt.results);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("job " + job.getName() + " could not be started", e);
        } finally {
            leave();
            attempts.remove(id);
        }
    }

    /** The object that the attempt of a step works on. */
    public <T> T work(StepExecution step, Class<T> type) {
        return type.cast(attempt(step).work);
    }

    /** The results that the steps of an attempt leave. */
    public AttemptResults results(StepExecution step) {
        Attempt attempt = attempt(step);
        attempt.results = new AttemptResults(step.getJobExecution().getExecutionContext());
        return attempt.results;
    }

    boolean isStopRequested(StepExecution step) {
        return attempt(step).progress.isStopRequested();
    }

    private Attempt attempt(StepExecution step) {
        String id = step.getJobParameters().getString(ATTEMPT, "");
        Attempt attempt = attempts.get(id);
        if (attempt == null) {
            throw new IllegalStateException("attempt " + id + " does not run in this process");
        }
        return attempt;
    }

    /** A listener for each step, which stops the step of an attempt between chunks. */
    public StopBetweenChunks stopBetweenChunks() {
        return new StopBetweenChunks(this);
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

    /**
     * Begins work that the end of the application waits for: an attempt, or work around attempts such as taking and
     * releasing locks. The work ends with {@link #leave}.
     */
    void enter() {
        lock.lock();
        try {
            underWay++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
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

    /** Stops attempts beside the wait, so that a job that takes too long does not keep others from ending in time. */
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
