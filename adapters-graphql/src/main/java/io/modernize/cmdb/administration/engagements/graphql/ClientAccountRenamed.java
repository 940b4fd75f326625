package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.Map;

/** GraphQL type {@code ClientAccountRenamed}. */
record ClientAccountRenamed(ClientAccountPayload before, ClientAccountPayload clientAccount)
        implements RenameClientAccountPayload {
    @Override
    public Finding audited() {
        return Finding.done(
                new AuditDetails(null, Map.of("name", before.name()), Map.of("name", clientAccount.name())));
    }
}
