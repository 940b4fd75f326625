package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.application.Audit.Finding;

/** GraphQL type {@code MembershipChanged}. */
record MembershipChanged(MembershipPayload before, MembershipPayload membership) implements ChangeMembershipPayload {
    @Override
    public Finding audited() {
        return Finding.done(membership.changedFrom(before));
    }
}
