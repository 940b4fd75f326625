package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code CreateEngagementPayload}. */
record CreateEngagementPayload(@Nullable EngagementPayload engagement, List<MutationError> errors)
        implements MutationPayload {
    static CreateEngagementPayload created(EngagementPayload engagement) {
        return new CreateEngagementPayload(engagement, List.of());
    }

    static CreateEngagementPayload refused(MutationError error) {
        return new CreateEngagementPayload(null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        EngagementPayload created = Objects.requireNonNull(engagement);
        return new AuditDetails(created.id(), Map.of(), Map.of("slug", created.slug(), "name", created.name()));
    }
}
