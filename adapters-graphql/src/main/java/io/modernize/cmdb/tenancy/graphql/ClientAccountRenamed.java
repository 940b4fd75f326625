package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.AuditDetails;
import io.modernize.cmdb.tenancy.application.Audit.Finding;
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
