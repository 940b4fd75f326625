package io.modernize.cmdb.tenancy.wiring;

import io.modernize.cmdb.tenancy.application.ClientAccountResources;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.Offboard;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import io.modernize.cmdb.tenancy.application.StoredRows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TenancyWiring {
    @Bean
    ResolveTenantScope resolveTenantScope(MembershipDirectory directory, EngagementCatalog engagements) {
        return new ResolveTenantScope(directory, engagements);
    }

    @Bean
    Offboard offboard(
            EngagementCatalog engagements, EngagementLocks locks, StoredRows rows, ClientAccountResources resources) {
        return new Offboard(engagements, locks, rows, resources, Clock.systemUTC());
    }
}
