package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.audit.application.Audit.Finding;

/** GraphQL type {@code MembershipChanged}. */
record MembershipChanged(MembershipPayload before, MembershipPayload membership) implements ChangeMembershipPayload {
    @Override
    public Finding audited() {
        return Finding.done(membership.changedFrom(before));
    }
}
