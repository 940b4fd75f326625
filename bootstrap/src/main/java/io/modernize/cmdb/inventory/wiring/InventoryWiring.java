package io.modernize.cmdb.inventory.wiring;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class InventoryWiring {
    @Bean
    ReceiveUpload receiveUpload(
            ImportUploads uploads, TenantTransactions transactions, Audit audit, UploadProperties properties) {
        return new ReceiveUpload(
                uploads, transactions, audit, properties.maxSize().toBytes());
    }
}
