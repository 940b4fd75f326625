package io.modernize.cmdb.tenancy.wiring;

import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TenancyWiring {
    @Bean
    ResolveTenantScope resolveTenantScope(MembershipDirectory directory, EngagementCatalog engagements) {
        return new ResolveTenantScope(directory, engagements);
    }
}
