package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ScopeResolution.ChoiceNeeded;
import io.modernize.cmdb.tenancy.application.ScopeResolution.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotAMember;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotPermitted;
import java.util.List;

/** Turns an authenticated identity into the tenant scope of one request. */
public final class ResolveTenantScope {
    private final MembershipDirectory directory;
    private final EngagementCatalog engagements;

    public ResolveTenantScope(MembershipDirectory directory, EngagementCatalog engagements) {
        this.directory = directory;
        this.engagements = engagements;
    }

    public ScopeResolution resolve(ScopeRequest request) {
        List<Membership> memberships = directory.membershipsOf(request.identity()).stream()
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
        Permission permission = request.permission();
        if (permission != null && !membership.allows(permission)) {
            return new NotPermitted(permission);
        }
        EngagementId engagementId = request.engagementId();
        if (engagementId == null) {
            return new Granted(membership, membership.scope());
        }
        return membership
                .scope(engagementId)
                .filter(scope -> exists(scope, engagementId))
                .<ScopeResolution>map(scope -> new Granted(membership, scope))
                .orElseGet(EngagementUnknown::new);
    }

    private boolean exists(TenantScope scope, EngagementId engagementId) {
        return engagements.engagements(scope).stream().map(Engagement::id).anyMatch(engagementId::equals);
    }
}
