package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code ChangeMembershipPayload}. */
record ChangeMembershipPayload(
        @Nullable MembershipPayload before, @Nullable MembershipPayload membership, List<MutationError> errors)
        implements MutationPayload {
    static ChangeMembershipPayload changed(MembershipPayload before, MembershipPayload membership) {
        return new ChangeMembershipPayload(before, membership, List.of());
    }

    static ChangeMembershipPayload refused(MutationError error) {
        return new ChangeMembershipPayload(null, null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        return Objects.requireNonNull(membership).changedFrom(Objects.requireNonNull(before));
    }
}
