package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** Type {@code UnknownJob}. */
record UnknownJob(String code, String message, @Nullable String field, String remedy)
        implements ChangeJobPayload, BusinessError {
    /** The answer is the same whether or not the job exists elsewhere. */
    static UnknownJob error() {
        return new UnknownJob(
                "JOB_UNKNOWN", "There is no such job among those you may see.", "id", "The query jobs lists them.");
    }
}
