package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code RevokeMembershipPayload}. */
record RevokeMembershipPayload(@Nullable MembershipPayload membership, List<MutationError> errors)
        implements MutationPayload {
    static RevokeMembershipPayload revoked(MembershipPayload membership) {
        return new RevokeMembershipPayload(membership, List.of());
    }

    static RevokeMembershipPayload refused(MutationError error) {
        return new RevokeMembershipPayload(null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        return Objects.requireNonNull(membership).revoked();
    }
}
