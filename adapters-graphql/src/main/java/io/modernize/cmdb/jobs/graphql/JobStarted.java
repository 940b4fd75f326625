package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GraphQL type {@code JobStarted}.
 *
 * @param arguments the arguments of the job; they are not part of the schema
 */
record JobStarted(JobRunPayload job, Map<String, String> arguments) implements StartJobPayload {
    @Override
    public Finding audited() {
        Map<String, String> after = new LinkedHashMap<>(arguments);
        after.put("kind", job.kind());
        String engagementId = job.engagementId();
        if (engagementId != null) {
            after.put("engagementId", engagementId);
        }
        return Finding.done(new AuditDetails(job.id(), Map.of(), after));
    }
}
