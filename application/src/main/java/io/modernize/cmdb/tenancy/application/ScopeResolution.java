package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** What came of a {@link ScopeRequest}. */
public sealed interface ScopeResolution {

    /** @param permissions of this caller, with this token; the membership's role alone is not what they may do */
    record Granted(Membership membership, EffectivePermissions permissions, TenantScope scope)
            implements ScopeResolution {}

    /** Not a member: of any client account, or of the one asked for, whether or not that exists. */
    record NotAMember() implements ScopeResolution {}

    /** A member of several client accounts who did not say which. */
    record ChoiceNeeded(List<ClientAccountId> choices) implements ScopeResolution {}

    record NotPermitted(Permission permission, EffectivePermissions.Lack lack) implements ScopeResolution {}

    /** No such engagement among those the caller may see, whether or not it exists elsewhere. */
    record EngagementUnknown() implements ScopeResolution {}
}
