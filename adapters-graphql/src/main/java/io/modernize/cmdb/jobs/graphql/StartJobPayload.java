package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.Audited;
import io.modernize.cmdb.jobs.application.OperateJobs.StartOutcome;
import java.time.Instant;

/**
 * Union {@code StartJobResult}. The names of these classes are the names of its types. It is public for capabilities
 * whose jobs start with arguments of their own.
 */
public sealed interface StartJobPayload extends Audited permits JobStarted, JobUnderWay, UnknownUpload, InvalidInput {

    /** The answer to the caller for an outcome. */
    static StartJobPayload from(StartOutcome outcome, Instant now) {
        return switch (outcome) {
            case StartOutcome.Started(var run) -> new JobStarted(JobRunPayload.from(run, now), run.arguments());
            case StartOutcome.UnderWay(var run) -> new JobUnderWay(JobRunPayload.from(run, now));
        };
    }

    /** The answer if the scope has no such uploaded file. */
    static StartJobPayload unknownUpload() {
        return UnknownUpload.error();
    }

    /** The answer if an argument is no id. */
    static StartJobPayload noId(String field) {
        return InvalidInput.noId(field);
    }
}
