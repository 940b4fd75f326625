package io.modernize.cmdb.inventory.wiring;

import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.EngagementArchives;
import io.modernize.cmdb.inventory.application.ExportEngagements;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryWiring {
    @Bean
    StoreImportRows storeImportRows(
            AssetCatalog catalog, AssetRelations relations, AssetImportLog log, TenantTransactions transactions) {
        return new StoreImportRows(catalog, relations, log, transactions);
    }

    @Bean
    ExportEngagements exportEngagements(
            EngagementCatalog engagements, EngagementLocks locks, EngagementArchives archives) {
        return new ExportEngagements(engagements, locks, archives);
    }
}
