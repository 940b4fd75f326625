package io.modernize.cmdb.tenancy;

import java.util.Optional;

/** An identity's place in one client account: in which role, and in which of its engagements. */
public record Membership(
        PrincipalIdentity identity, ClientAccountId clientAccountId, Role role, EngagementSelection engagements) {

    /**
     * What the caller may do here. A membership alone allows nothing.
     *
     * @throws IllegalArgumentException where the caller is not who is the member
     */
    public EffectivePermissions permissionsOf(Caller caller) {
        if (!caller.identity().equals(identity)) {
            throw new IllegalArgumentException("the membership is not the caller's");
        }
        return new EffectivePermissions(role, caller.granted());
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
