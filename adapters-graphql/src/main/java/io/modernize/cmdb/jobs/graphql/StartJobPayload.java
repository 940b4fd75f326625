package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.jobs.application.OperateJobs.StartOutcome;
import java.time.Instant;

/**
 * Union {@code StartJobResult}: its types are told by the names of these classes. Public for the capabilities whose jobs
 * start with arguments of their own.
 */
public sealed interface StartJobPayload permits JobStarted, JobUnderWay {
    JobRunPayload job();

    /** What the caller is told of it. */
    static StartJobPayload from(StartOutcome outcome, Instant now) {
        return switch (outcome) {
            case StartOutcome.Started(var run) -> new JobStarted(JobRunPayload.from(run, now));
            case StartOutcome.UnderWay(var run) -> new JobUnderWay(JobRunPayload.from(run, now));
        };
    }
}
