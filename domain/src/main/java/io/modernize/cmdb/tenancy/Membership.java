package io.modernize.cmdb.tenancy;

import java.util.Optional;

/** The membership of an identity in one client account: its role, and the engagements that it covers. */
public record Membership(
        PrincipalIdentity identity, ClientAccountId clientAccountId, Role role, EngagementSelection engagements) {

    /**
     * The permissions of the caller in this client account. A membership alone grants nothing.
     *
     * @throws IllegalArgumentException if the caller is not the member
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

    /** The scope of one engagement. Empty if the membership does not cover it. */
    public Optional<TenantScope> scope(EngagementId engagementId) {
        return scope().narrowedTo(engagementId);
    }
}
