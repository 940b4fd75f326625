package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Member;

/** What came of granting, changing or revoking a membership. */
public sealed interface MembershipOutcome {

    record Granted(Member member) implements MembershipOutcome {}

    record Changed(Member before, Member member) implements MembershipOutcome {}

    record Revoked(Member member) implements MembershipOutcome {}

    /** The identity has a membership in this client account. */
    record AlreadyAMember() implements MembershipOutcome {}

    /** Nobody could manage the client account any more. */
    record LastAdministrator() implements MembershipOutcome {}

    /** No such membership in the client account, whether or not it exists elsewhere. */
    record MembershipUnknown() implements MembershipOutcome {}

    /** No such engagement in the client account, whether or not it exists elsewhere. */
    record EngagementUnknown(EngagementId engagementId) implements MembershipOutcome {}
}
