package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.Map;

/** GraphQL type {@code EngagementCreated}. */
record EngagementCreated(EngagementPayload engagement) implements CreateEngagementPayload {
    @Override
    public Finding audited() {
        return Finding.done(new AuditDetails(
                engagement.id(), Map.of(), Map.of("slug", engagement.slug(), "name", engagement.name())));
    }
}
