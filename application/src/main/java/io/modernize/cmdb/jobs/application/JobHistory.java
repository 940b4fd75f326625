package io.modernize.cmdb.jobs.application;

import java.time.Instant;

/** The records of jobs that Spring Batch and the event registry keep. They contain no data of a client account. */
public interface JobHistory {
    /** Deletes jobs of Spring Batch that were last updated before the limit, and returns their number. */
    int forgetBatchJobsBefore(Instant limit);

    /**
     * Deletes events that were published before the limit and that nobody has followed up, and returns their number.
     */
    int forgetEventsBefore(Instant limit);
}
