package io.modernize.cmdb.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A membership as administrators see it.
 *
 * @param label what they call the identity; null where they have not named it
 * @param engagements null where the last engagement that it named is gone: it grants nothing any more
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
     * Whether this is somebody who can manage memberships. An administrator of some engagements cannot, as that takes a
     * scope of all.
     */
    public boolean isAdministratorOfAll() {
        return role == Role.ADMINISTRATOR && engagements instanceof EngagementSelection.All;
    }

    /** The same with another role and other engagements. */
    public Member with(Role newRole, EngagementSelection newEngagements) {
        return new Member(id, identity, newRole, newEngagements, label, createdAt, updatedAt);
    }
}
