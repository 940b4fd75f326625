package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;

/** Why a job was not started or changed. */
final class JobErrors {
    private JobErrors() {}

    /** Whether the job exists elsewhere makes no difference. */
    static MutationError unknown() {
        return new MutationError(
                MutationErrorCode.JOB_UNKNOWN,
                "There is no such job among those you may see.",
                "id",
                "The query jobs lists them.");
    }

    static MutationError notChangeable() {
        return new MutationError(
                MutationErrorCode.JOB_NOT_CHANGEABLE,
                "The status of the job does not allow this, or another job does the same work.",
                "id",
                "Stop a job that is queued or running. Restart a job that was stopped or has failed.");
    }

    static MutationError underWay() {
        return new MutationError(
                MutationErrorCode.JOB_UNDER_WAY,
                "The same work is queued or under way already.",
                null,
                "Wait for the job of this answer to end, or stop it with stopJob.");
    }

    static MutationError tooMany() {
        return new MutationError(
                MutationErrorCode.TOO_MANY_JOBS,
                "The client account has as many queued jobs as it may have.",
                null,
                "Wait until some of them have run, or stop them with stopJob. The query jobs lists them.");
    }

    static MutationError notConfirmed() {
        return MutationError.badInput(
                "confirm",
                "confirm is not the slug of the engagement that is to be deleted.",
                "The query me { engagements { id slug } } has it.");
    }
}
