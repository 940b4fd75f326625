package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code RenameEngagementPayload}. */
record RenameEngagementPayload(
        @Nullable EngagementPayload before, @Nullable EngagementPayload engagement, List<MutationError> errors)
        implements MutationPayload {
    static RenameEngagementPayload renamed(EngagementPayload before, EngagementPayload engagement) {
        return new RenameEngagementPayload(before, engagement, List.of());
    }

    static RenameEngagementPayload refused(MutationError error) {
        return new RenameEngagementPayload(null, null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        EngagementPayload renamed = Objects.requireNonNull(engagement);
        return new AuditDetails(
                renamed.id(), Map.of("name", Objects.requireNonNull(before).name()), Map.of("name", renamed.name()));
    }
}
