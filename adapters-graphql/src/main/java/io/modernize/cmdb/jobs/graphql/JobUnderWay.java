package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.tenancy.AuditDetails;
import io.modernize.cmdb.tenancy.AuditOutcome;
import io.modernize.cmdb.tenancy.application.Audit.Finding;

/** Type {@code JobUnderWay}. */
record JobUnderWay(JobRunPayload job) implements StartJobPayload {
    @Override
    public Finding audited() {
        return new Finding(new AuditOutcome.Refused("JOB_UNDER_WAY"), AuditDetails.of(job.id()));
    }
}
