package io.modernize.cmdb.offboarding.wiring;

import io.modernize.cmdb.offboarding.application.ClientAccountResources;
import io.modernize.cmdb.offboarding.application.Offboard;
import io.modernize.cmdb.offboarding.application.StoredRows;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OffboardingWiring {
    @Bean
    Offboard offboard(
            EngagementCatalog engagements, EngagementLocks locks, StoredRows rows, ClientAccountResources resources) {
        return new Offboard(engagements, locks, rows, resources, Clock.systemUTC());
    }
}
