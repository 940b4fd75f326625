package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.audit.application.Audit.Finding;

/** GraphQL type {@code MembershipGranted}. */
record MembershipGranted(MembershipPayload membership) implements GrantMembershipPayload {
    @Override
    public Finding audited() {
        return Finding.done(membership.granted());
    }
}
