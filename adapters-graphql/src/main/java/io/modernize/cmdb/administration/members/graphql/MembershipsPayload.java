package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.tenancy.application.ManageMemberships;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code Memberships}. */
record MembershipsPayload(
        List<MembershipPayload> memberships, @Nullable String endCursor, boolean hasMore) {
    /** @param cursor of the place behind a membership */
    static MembershipsPayload from(ManageMemberships.Page page, Function<MembershipPayload, String> cursor) {
        List<MembershipPayload> memberships =
                page.members().stream().map(MembershipPayload::from).toList();
        return new MembershipsPayload(
                memberships, memberships.isEmpty() ? null : cursor.apply(memberships.getLast()), page.more());
    }
}
