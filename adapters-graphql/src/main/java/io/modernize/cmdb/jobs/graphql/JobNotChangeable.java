package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit.Finding;
import org.jspecify.annotations.Nullable;

/** Type {@code JobNotChangeable}. */
record JobNotChangeable(
        String code, String message, @Nullable String field, String remedy, JobRunPayload job)
        implements ChangeJobPayload, BusinessError {
    static JobNotChangeable of(JobRunPayload job) {
        return new JobNotChangeable(
                "JOB_NOT_CHANGEABLE",
                "The status of the job does not allow this, or another job does the same work.",
                "id",
                "Stop a job that is queued or running. Restart a job that was stopped or has failed.",
                job);
    }

    @Override
    public Finding audited() {
        return new Finding(new AuditOutcome.Refused(code), AuditDetails.of(job.id()));
    }
}
