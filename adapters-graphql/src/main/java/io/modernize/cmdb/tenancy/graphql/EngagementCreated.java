package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.AuditDetails;
import io.modernize.cmdb.tenancy.application.Audit.Finding;
import java.util.Map;

/** GraphQL type {@code EngagementCreated}. */
record EngagementCreated(EngagementPayload engagement) implements CreateEngagementPayload {
    @Override
    public Finding audited() {
        return Finding.done(new AuditDetails(
                engagement.id(), Map.of(), Map.of("slug", engagement.slug(), "name", engagement.name())));
    }
}
