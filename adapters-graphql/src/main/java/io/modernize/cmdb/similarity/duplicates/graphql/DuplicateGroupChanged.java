package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.application.Audit.Finding;
import java.util.Map;

/** Type {@code DuplicateGroupChanged}. */
record DuplicateGroupChanged(DuplicateGroupPayload group) implements ReviewDuplicateGroupPayload {
    @Override
    public Finding audited() {
        return Finding.done(new AuditDetails(
                group.id(),
                Map.of(),
                Map.of(
                        "dismissed",
                        String.valueOf(group.dismissed()),
                        "engagementId",
                        group.engagementId().toString())));
    }
}
