package io.modernize.cmdb.audit.wiring;

import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.AuditTrail;
import io.modernize.cmdb.audit.application.ReadAuditLog;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditWiring {
    @Bean
    Audit audit(AuditTrail trail, TenantTransactions transactions) {
        return new Audit(trail, transactions, Clock.systemUTC());
    }

    @Bean
    ReadAuditLog readAuditLog(AuditTrail trail) {
        return new ReadAuditLog(trail);
    }
}
