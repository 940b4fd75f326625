package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to act where, and what for.
 *
 * @param clientAccountId a choice among the caller's client accounts; null where the caller has only one
 * @param engagementId narrows the scope to one engagement; null for all that the caller may see
 * @param permission needed for the request; null for what every member may do
 */
public record ScopeRequest(
        Caller caller,
        @Nullable ClientAccountId clientAccountId,
        @Nullable EngagementId engagementId,
        @Nullable Permission permission) {}
