package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.application.Audit.Finding;

/** GraphQL type {@code MembershipGranted}. */
record MembershipGranted(MembershipPayload membership) implements GrantMembershipPayload {
    @Override
    public Finding audited() {
        return Finding.done(membership.granted());
    }
}
