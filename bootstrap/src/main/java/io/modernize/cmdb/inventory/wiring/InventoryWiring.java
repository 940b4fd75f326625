package io.modernize.cmdb.inventory.wiring;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.inventory.application.UploadAdmission;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class InventoryWiring {
    /** The time that an upload waits for a place, with an open connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The uploads of one client account that may wait. Each has a connection and a thread. */
    private static final int MOST_WAITING = 4;

    @Bean
    UploadAdmission uploadAdmission(FreeSpace space, UploadProperties properties) {
        return new UploadAdmission(
                new FairShares<>(
                        "uploads",
                        properties.atATime(),
                        properties.reserved(),
                        properties.perClientAccount(),
                        MOST_WAITING),
                PATIENCE,
                space);
    }

    @Bean
    ReceiveUpload receiveUpload(
            ImportUploads uploads,
            TenantTransactions transactions,
            Audit audit,
            UploadProperties properties,
            UploadAdmission admission,
            Clock clock) {
        return new ReceiveUpload(uploads, transactions, audit, properties.limits(), admission, clock);
    }
}
