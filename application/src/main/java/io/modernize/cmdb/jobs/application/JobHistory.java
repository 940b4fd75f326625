package io.modernize.cmdb.jobs.application;

import java.time.Instant;

/** What Spring Batch and the event registry remember of jobs. Nothing of a client account stands there. */
public interface JobHistory {
    /** Forgets jobs of Spring Batch that were last heard of before; the answer is how many. */
    int forgetBatchJobsBefore(Instant limit);

    /** Forgets events that nobody has followed up since; the answer is how many. */
    int forgetEventsBefore(Instant limit);
}
