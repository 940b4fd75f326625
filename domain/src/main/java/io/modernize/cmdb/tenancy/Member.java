package io.modernize.cmdb.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A membership as administrators see it.
 *
 * @param label the name that administrators gave the identity; null if they gave none
 * @param engagements null if the last engagement of the membership was deleted; the membership then grants nothing
 */
public record Member(
        MembershipId id,
        PrincipalIdentity identity,
        Role role,
        @Nullable EngagementSelection engagements,
        @Nullable DisplayName label,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Whether this member can manage memberships. An administrator of some engagements cannot, because it takes a scope
     * of all.
     */
    public boolean isAdministratorOfAll() {
        return role == Role.ADMINISTRATOR && engagements instanceof EngagementSelection.All;
    }

    /** The same member with another role and other engagements. */
    public Member with(Role newRole, EngagementSelection newEngagements) {
        return new Member(id, identity, newRole, newEngagements, label, createdAt, updatedAt);
    }
}
