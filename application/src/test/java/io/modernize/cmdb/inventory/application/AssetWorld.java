package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

/** The assets that one test works on. No other test has its client accounts, and they are empty at first. */
public interface AssetWorld {
    /** The client accounts exist, and so do their engagements. */
    TwoClients clients();

    AssetCatalog catalog();

    /** Over the same assets. */
    AssetRelations relations();

    /** Deletes an asset, past all ports. */
    void delete(TenantScope scope, AssetId assetId);
}
