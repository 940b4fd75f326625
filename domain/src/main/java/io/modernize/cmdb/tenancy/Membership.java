package io.modernize.cmdb.tenancy;

import java.util.Optional;

/** The right of an identity to act in one client account: in which role, and in which of its engagements. */
public record Membership(
        PrincipalIdentity identity, ClientAccountId clientAccountId, Role role, EngagementSelection engagements) {

    public boolean allows(Permission permission) {
        return role.allows(permission);
    }

    /** The widest scope that this membership gives. */
    public TenantScope scope() {
        return new TenantScope(clientAccountId, engagements);
    }

    /** The scope of one engagement, or empty where the membership does not cover it. */
    public Optional<TenantScope> scope(EngagementId engagementId) {
        return scope().narrowedTo(engagementId);
    }
}
