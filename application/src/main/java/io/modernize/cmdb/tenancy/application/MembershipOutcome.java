package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Member;

/** The outcome of granting, changing or revoking a membership. */
public sealed interface MembershipOutcome {

    record Granted(Member member) implements MembershipOutcome {}

    record Changed(Member before, Member member) implements MembershipOutcome {}

    record Revoked(Member member) implements MembershipOutcome {}

    /** The identity already has a membership in this client account. */
    record AlreadyAMember() implements MembershipOutcome {}

    /** Without this member, nobody could manage the client account any more. */
    record LastAdministrator() implements MembershipOutcome {}

    /** The client account has no such membership, whether or not it exists elsewhere. */
    record MembershipUnknown() implements MembershipOutcome {}

    /** The client account has no such engagement, whether or not it exists elsewhere. */
    record EngagementUnknown(EngagementId engagementId) implements MembershipOutcome {}
}
