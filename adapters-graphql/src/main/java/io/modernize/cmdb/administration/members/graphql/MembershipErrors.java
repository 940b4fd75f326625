package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;

/** Why a membership was not granted, changed or revoked. */
final class MembershipErrors {
    private MembershipErrors() {}

    static MutationError alreadyAMember() {
        return new MutationError(
                MutationErrorCode.ALREADY_A_MEMBER,
                "This identity is already a member of the client account.",
                "objectId",
                "Change it with changeMembership; the query memberships has its id.");
    }

    static MutationError lastAdministrator() {
        return new MutationError(
                MutationErrorCode.LAST_ADMINISTRATOR,
                "This is the last administrator of all engagements. Without this member, nobody could manage the"
                        + " client account.",
                null,
                "Make another member an administrator of all engagements first.");
    }

    static MutationError membershipUnknown() {
        return new MutationError(
                MutationErrorCode.MEMBERSHIP_UNKNOWN,
                "There is no such membership in the client account.",
                "id",
                "The query memberships lists them.");
    }
}
