package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A caller's request to act in a client account.
 *
 * @param clientAccountId the choice among the caller's client accounts; null if the caller has only one
 * @param engagementId narrows the scope to one engagement; null for all that the caller may see
 * @param permission needed for the request; null for what every member may do
 */
public record ScopeRequest(
        Caller caller,
        @Nullable ClientAccountId clientAccountId,
        @Nullable EngagementId engagementId,
        @Nullable Permission permission) {}
