package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** Tells others that assets have changed. */
@FunctionalInterface
public interface AssetChanges {
    AssetChanges UNHEARD = (scope, engagementId) -> {};

    /** In the transaction of the change: heard if and only if that commits, also where the process ends right then. */
    void announce(TenantScope scope, EngagementId engagementId);
}
