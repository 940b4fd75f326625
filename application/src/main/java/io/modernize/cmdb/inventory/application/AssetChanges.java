package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** Tells others that assets have changed. */
@FunctionalInterface
public interface AssetChanges {
    AssetChanges UNHEARD = (scope, engagementId) -> {};

    /**
     * Announces a change in the transaction of the change. It is heard if and only if that transaction commits, even if
     * the process ends right then.
     */
    void announce(TenantScope scope, EngagementId engagementId);
}
