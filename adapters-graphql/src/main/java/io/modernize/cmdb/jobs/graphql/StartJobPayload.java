package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.Audited;
import io.modernize.cmdb.jobs.application.OperateJobs.StartOutcome;
import java.time.Instant;

/**
 * Union {@code StartJobResult}: its types are told by the names of these classes. Public for the capabilities whose jobs
 * start with arguments of their own.
 */
public sealed interface StartJobPayload extends Audited permits JobStarted, JobUnderWay, UnknownUpload, InvalidInput {

    /** What the caller is told of it. */
    static StartJobPayload from(StartOutcome outcome, Instant now) {
        return switch (outcome) {
            case StartOutcome.Started(var run) -> new JobStarted(JobRunPayload.from(run, now), run.arguments());
            case StartOutcome.UnderWay(var run) -> new JobUnderWay(JobRunPayload.from(run, now));
        };
    }

    /** There is no such uploaded file in the scope. */
    static StartJobPayload unknownUpload() {
        return UnknownUpload.error();
    }

    /** An argument is no id. */
    static StartJobPayload noId(String field) {
        return InvalidInput.noId(field);
    }
}
