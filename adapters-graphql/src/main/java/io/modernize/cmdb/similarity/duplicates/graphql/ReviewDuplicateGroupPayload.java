package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code ReviewDuplicateGroupPayload}. */
record ReviewDuplicateGroupPayload(@Nullable DuplicateGroupPayload group, List<MutationError> errors)
        implements MutationPayload {
    static ReviewDuplicateGroupPayload reviewed(DuplicateGroupPayload group) {
        return new ReviewDuplicateGroupPayload(group, List.of());
    }

    static ReviewDuplicateGroupPayload refused(MutationError error) {
        return new ReviewDuplicateGroupPayload(null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        DuplicateGroupPayload reviewed = Objects.requireNonNull(group);
        return new AuditDetails(
                reviewed.id(),
                Map.of(),
                Map.of(
                        "dismissed",
                        String.valueOf(reviewed.dismissed()),
                        "engagementId",
                        reviewed.engagementId().toString()));
    }
}
