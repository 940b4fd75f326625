package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.Map;

/** Type {@code JobChanged}. */
record JobChanged(JobRunPayload job) implements ChangeJobPayload {
    @Override
    public Finding audited() {
        return Finding.done(new AuditDetails(
                job.id(),
                Map.of(),
                Map.of(
                        "kind",
                        job.kind(),
                        "status",
                        job.status(),
                        "stopRequested",
                        String.valueOf(job.stopRequested()))));
    }
}
