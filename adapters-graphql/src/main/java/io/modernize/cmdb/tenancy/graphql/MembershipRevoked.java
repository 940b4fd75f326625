package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.application.Audit.Finding;

/** GraphQL type {@code MembershipRevoked}. */
record MembershipRevoked(MembershipPayload membership) implements RevokeMembershipPayload {
    @Override
    public Finding audited() {
        return Finding.done(membership.revoked());
    }
}
