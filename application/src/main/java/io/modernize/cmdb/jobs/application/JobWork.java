package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;

/** Does the work of one kind of job. Finished work is kept, so another attempt continues where the last one ended. */
public interface JobWork {
    JobKind kind();

    /** Works until all is done, nothing can be done, or the progress asks to stop. */
    JobEnd run(JobRun run, JobProgress progress);

    /**
     * The end of an attempt.
     *
     * @see io.modernize.cmdb.jobs.JobStatus
     */
    sealed interface JobEnd {
        /** @param message what was done, in a sentence */
        record Completed(String message) implements JobEnd {}

        /** The attempt stopped because the progress asked for it. */
        record Stopped(String message) implements JobEnd {}

        /** @param message why the attempt failed and what to do about it; fit for people, without texts of assets */
        record Failed(String message) implements JobEnd {}

        /** Another process is doing the same work. The attempt is repeated in a moment. */
        record Busy(String message) implements JobEnd {}
    }
}
