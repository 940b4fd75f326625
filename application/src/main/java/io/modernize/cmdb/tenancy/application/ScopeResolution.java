package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** The outcome of a {@link ScopeRequest}. */
public sealed interface ScopeResolution {

    /**
     * @param permissions the permissions of this caller with this token; the role of the membership alone does not tell
     *     them
     */
    record Granted(Membership membership, EffectivePermissions permissions, TenantScope scope)
            implements ScopeResolution {}

    /** The caller is no member of any client account, or of the requested one, whether or not that exists. */
    record NotAMember() implements ScopeResolution {}

    /** The caller is a member of several client accounts and did not choose one. */
    record ChoiceNeeded(List<ClientAccountId> choices) implements ScopeResolution {}

    record NotPermitted(Permission permission, EffectivePermissions.Lack lack) implements ScopeResolution {}

    /** The caller sees no such engagement, whether or not it exists elsewhere. */
    record EngagementUnknown() implements ScopeResolution {}
}
