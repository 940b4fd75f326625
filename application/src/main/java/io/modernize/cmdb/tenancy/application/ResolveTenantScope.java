package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.EffectivePermissions.Lack;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ScopeResolution.ChoiceNeeded;
import io.modernize.cmdb.tenancy.application.ScopeResolution.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotAMember;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotPermitted;
import java.util.List;

/**
 * Turns an authenticated caller into the tenant scope of one request. Whatever it has to look up for that, it looks up once
 * a request ({@link KnownScopes}).
 */
public final class ResolveTenantScope {
    private final MembershipDirectory directory;
    private final EngagementCatalog engagements;

    public ResolveTenantScope(MembershipDirectory directory, EngagementCatalog engagements) {
        this.directory = directory;
        this.engagements = engagements;
    }

    /** @param known what earlier calls for the same request have learnt; gets what this one learns */
    public ScopeResolution resolve(ScopeRequest request, KnownScopes known) {
        PrincipalIdentity identity = request.caller().identity();
        List<Membership> memberships = known.memberships(identity, () -> directory.membershipsOf(identity)).stream()
                .filter(membership -> request.clientAccountId() == null
                        || membership.clientAccountId().equals(request.clientAccountId()))
                .toList();
        if (memberships.isEmpty()) {
            return new NotAMember();
        }
        if (memberships.size() > 1) {
            return new ChoiceNeeded(
                    memberships.stream().map(Membership::clientAccountId).toList());
        }
        Membership membership = memberships.getFirst();
        EffectivePermissions permissions = membership.permissionsOf(request.caller());
        Permission permission = request.permission();
        Lack lack = permission == null ? null : permissions.lacking(permission).orElse(null);
        if (permission != null && lack != null) {
            return new NotPermitted(permission, lack);
        }
        EngagementId engagementId = request.engagementId();
        if (engagementId == null) {
            return new Granted(membership, permissions, membership.scope());
        }
        return membership
                .scope(engagementId)
                .filter(scope -> known.exists(scope, engagementId, () -> exists(scope, engagementId)))
                .<ScopeResolution>map(scope -> new Granted(membership, permissions, scope))
                .orElseGet(EngagementUnknown::new);
    }

    private boolean exists(TenantScope scope, EngagementId engagementId) {
        return engagements.engagements(scope).stream().map(Engagement::id).anyMatch(engagementId::equals);
    }
}
