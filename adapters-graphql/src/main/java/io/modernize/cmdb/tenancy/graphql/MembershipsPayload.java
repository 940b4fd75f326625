package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.application.ManageMemberships;
import java.util.List;

/** GraphQL type {@code Memberships}. */
record MembershipsPayload(List<MembershipPayload> memberships, boolean hasMore) {
    static MembershipsPayload from(ManageMemberships.Page page) {
        return new MembershipsPayload(
                page.members().stream().map(MembershipPayload::from).toList(), page.more());
    }
}
