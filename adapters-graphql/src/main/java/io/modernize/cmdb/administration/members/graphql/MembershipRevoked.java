package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.audit.application.Audit.Finding;

/** GraphQL type {@code MembershipRevoked}. */
record MembershipRevoked(MembershipPayload membership) implements RevokeMembershipPayload {
    @Override
    public Finding audited() {
        return Finding.done(membership.revoked());
    }
}
