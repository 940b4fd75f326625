package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;

/** Does the work of one kind of job. Finished work is kept, so another attempt continues where the last one ended. */
public interface JobWork {
    JobKind kind();

    /** Works until all is done, nothing can be done, or the progress asks to stop. */
    JobReport run(JobRun run, JobProgress progress);

    /**
     * The end of an attempt.
     *
     * @param message what was done, or why it was not and what to do about it; fit for people, without texts of assets
     */
    record JobReport(JobEnd end, String message) {
        public static JobReport completed(String message) {
            return new JobReport(new JobEnd.Completed(), message);
        }

        public static JobReport busy(String message) {
            return new JobReport(new JobEnd.Busy(), message);
        }

        public static JobReport failed(String message) {
            return new JobReport(new JobEnd.Failed(message), message);
        }
    }
}
