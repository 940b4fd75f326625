package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;

/** Does the work of one kind of job. What is done stays done: run again, it goes on where it was. */
public interface JobWork {
    JobKind kind();

    /** Works until all is done, nothing can be done, or the progress asks to stop. */
    JobEnd run(JobRun run, JobProgress progress);

    /**
     * How an attempt ended.
     *
     * @see io.modernize.cmdb.jobs.JobStatus
     */
    sealed interface JobEnd {
        /** @param message what was done, in a sentence */
        record Completed(String message) implements JobEnd {}

        /** The progress asked for it. */
        record Stopped(String message) implements JobEnd {}

        /** @param message why, and what to do about it; fit for people, without texts of assets */
        record Failed(String message) implements JobEnd {}

        /** Another process does the same work right now: to be tried again in a moment. */
        record Busy(String message) implements JobEnd {}
    }
}
