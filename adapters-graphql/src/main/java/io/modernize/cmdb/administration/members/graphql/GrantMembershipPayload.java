package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code GrantMembershipPayload}. */
record GrantMembershipPayload(@Nullable MembershipPayload membership, List<MutationError> errors)
        implements MutationPayload {
    static GrantMembershipPayload granted(MembershipPayload membership) {
        return new GrantMembershipPayload(membership, List.of());
    }

    static GrantMembershipPayload refused(MutationError error) {
        return new GrantMembershipPayload(null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        return Objects.requireNonNull(membership).granted();
    }
}
