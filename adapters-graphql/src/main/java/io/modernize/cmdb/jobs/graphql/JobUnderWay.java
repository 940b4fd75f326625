package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit.Finding;

/** Type {@code JobUnderWay}. */
record JobUnderWay(JobRunPayload job) implements StartJobPayload {
    @Override
    public Finding audited() {
        return new Finding(new AuditOutcome.Refused("JOB_UNDER_WAY"), AuditDetails.of(job.id()));
    }
}
