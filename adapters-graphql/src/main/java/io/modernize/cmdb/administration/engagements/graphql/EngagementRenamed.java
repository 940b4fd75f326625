package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.Map;

/** GraphQL type {@code EngagementRenamed}. */
record EngagementRenamed(EngagementPayload before, EngagementPayload engagement) implements RenameEngagementPayload {
    @Override
    public Finding audited() {
        return Finding.done(
                new AuditDetails(engagement.id(), Map.of("name", before.name()), Map.of("name", engagement.name())));
    }
}
