package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import java.util.function.Supplier;

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

        /**
         * The report of an attempt whose results say more only if it came to its end.
         *
         * @param busy the message if another process does the same work
         */
        public static JobReport of(JobEnd end, String busy, Supplier<JobReport> completed) {
            return switch (end) {
                case JobEnd.Completed() -> completed.get();
                case JobEnd.Busy() -> busy(busy);
                case JobEnd.Unfinished unfinished -> new JobReport(unfinished, unfinished.reason());
            };
        }

        public static JobReport failed(String message) {
            return new JobReport(new JobEnd.Failed(message), message);
        }
    }
}
