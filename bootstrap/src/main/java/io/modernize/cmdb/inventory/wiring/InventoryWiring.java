package io.modernize.cmdb.inventory.wiring;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetChanges;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.EngagementArchives;
import io.modernize.cmdb.inventory.application.ExportEngagements;
import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class InventoryWiring {
    @Bean
    StoreImportRows storeImportRows(
            AssetCatalog catalog,
            AssetRelations relations,
            AssetImportLog log,
            AssetChanges changes,
            TenantTransactions transactions) {
        return new StoreImportRows(catalog, relations, log, changes, transactions);
    }

    @Bean
    ReceiveUpload receiveUpload(
            ImportUploads uploads, TenantTransactions transactions, Audit audit, UploadProperties properties) {
        return new ReceiveUpload(
                uploads, transactions, audit, properties.maxSize().toBytes());
    }

    @Bean
    ExportEngagements exportEngagements(
            EngagementCatalog engagements, EngagementLocks locks, EngagementArchives archives) {
        return new ExportEngagements(engagements, locks, archives);
    }
}
