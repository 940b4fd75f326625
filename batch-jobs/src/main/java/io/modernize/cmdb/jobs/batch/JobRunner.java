package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobQueue;
import io.modernize.cmdb.jobs.application.JobQueue.WaitingRun;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Takes a run of the queue, lets it be worked on in the thread of a worker, and records how the attempt ended. A run belongs to the holder of its lock,
 * which PostgreSQL frees when its holder ends, however it ended. A run that is recorded as running and whose lock is
 * free continues here.
 */
@Component
@ConditionalOnWebApplication
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobQueue queue;
    private final JobRuns runs;
    private final ServiceLocks locks;
    private final Turns turns;
    private final LongSupplier nanos;

    @Autowired
    JobRunner(JobQueue queue, JobRuns runs, ServiceLocks locks, Turns turns) {
        this(queue, runs, locks, turns, System::nanoTime);
    }

    /** @param nanos a clock without an epoch, in nanoseconds, for the time that a run may take */
    JobRunner(JobQueue queue, JobRuns runs, ServiceLocks locks, Turns turns, LongSupplier nanos) {
        this.queue = queue;
        this.runs = runs;
        this.locks = locks;
        this.turns = turns;
        this.nanos = nanos;
    }

    /** The work of an attempt. */
    @FunctionalInterface
    interface Attempt {
        JobReport run(JobRun run, JobProgress progress);
    }

    /** Makes an attempt of the run. False at once if another process works on it, or if it is over. */
    boolean run(WaitingRun waiting, Attempt attempt, StopSignal stop) {
        Optional<Held> lock = locks.tryAcquire("job:" + waiting.id());
        if (lock.isEmpty()) {
            return false;
        }
        try (Held held = lock.get()) {
            Optional<JobRun> begun = runs.begin(TenantScope.forJob(waiting.clientAccountId()), waiting.id());
            begun.ifPresent(run -> run(run, waiting, attempt, stop));
            return begun.isPresent();
        }
    }

    private void run(JobRun run, WaitingRun waiting, Attempt attempt, StopSignal stop) {
        Slice slice = new Slice(
                waiting.size(), run.kind(), () -> queue.isLargeQueuedBeside(waiting.clientAccountId()), nanos);
        RecordedProgress progress = new RecordedProgress(runs, run, stop::isGiven, slice);
        JobReport report = report(run, attempt, progress);
        new RecordedEnd(stop::await).record(() -> {
            progress.flush();
            recordEnd(run, report, progress);
        });
    }

    private JobReport report(JobRun run, Attempt attempt, JobProgress progress) {
        try {
            return attempt.run(run, progress);
        } catch (RuntimeException e) {
            return DatabaseFailure.of(e)
                    .filter(DatabaseFailure::passes)
                    .map(failure -> interrupted(run, failure, e))
                    .orElseGet(() -> failed(run, e));
        } catch (Error e) {
            turns.tell("Job " + run.kind() + " " + run.id(), e);
            return JobReport.failed(
                    "The process that ran the job had an error (" + e.getClass().getSimpleName()
                            + "). The operator's log has the details; restart the job when that is mended.");
        }
    }

    private static JobReport interrupted(JobRun run, DatabaseFailure failure, RuntimeException cause) {
        LOG.warn("Job {} {} is interrupted, {}: {}", run.kind(), run.id(), failure.reason(), cause.toString());
        return new JobReport(new JobEnd.Interrupted(failure.reason()), failure.reason());
    }

    private static JobReport failed(JobRun run, RuntimeException cause) {
        LOG.error("Job {} {} failed", run.kind(), run.id(), cause);
        return JobReport.failed(DatabaseFailure.of(cause)
                .map(DatabaseFailure::reason)
                .orElse("An unexpected error; the operator's log has the details."));
    }

    private void recordEnd(JobRun run, JobReport report, RecordedProgress progress) {
        switch (report.end()) {
            case JobEnd.Completed() -> runs.end(run, JobStatus.COMPLETED, report.message());
            case JobEnd.Failed failed -> runs.end(run, JobStatus.FAILED, report.message());
            case JobEnd.Interrupted interrupted -> runs.setBack(run, report.message());
            case JobEnd.Busy() -> runs.end(run, JobStatus.QUEUED, report.message());
            case JobEnd.Stopped() -> recordStop(run, report, progress);
        }
    }

    /** The stop of the service does not mean the job: another process, or the next start, goes on with it. */
    private void recordStop(JobRun run, JobReport report, RecordedProgress progress) {
        if (progress.isStoppedByUser()) {
            runs.end(run, JobStatus.STOPPED, report.message());
        } else if (progress.makesWay()) {
            runs.makeWay(run, "The job makes way for other jobs and goes on by itself.");
        } else {
            runs.end(run, JobStatus.QUEUED, report.message());
        }
    }
}
