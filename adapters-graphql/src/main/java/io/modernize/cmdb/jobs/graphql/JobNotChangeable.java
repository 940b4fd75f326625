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
                "Where the job stands does not allow it, or the same work is under way.",
                "id",
                "Jobs that are queued or running can be stopped, those that were stopped or have failed restarted.",
                job);
    }

    @Override
    public Finding audited() {
        return new Finding(new AuditOutcome.Refused(code), AuditDetails.of(job.id()));
    }
}
