package io.modernize.cmdb.tenancy.wiring;

import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.Engagements;
import io.modernize.cmdb.tenancy.application.ListClientAccounts;
import io.modernize.cmdb.tenancy.application.ManageEngagements;
import io.modernize.cmdb.tenancy.application.ManageMemberships;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.Memberships;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
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
    ManageMemberships manageMemberships(
            Memberships memberships, EngagementCatalog engagements, TenantTransactions transactions) {
        return new ManageMemberships(memberships, engagements, transactions, Clock.systemUTC());
    }

    @Bean
    ManageEngagements manageEngagements(
            Engagements engagements,
            EngagementCatalog catalog,
            Memberships memberships,
            TenantTransactions transactions) {
        return new ManageEngagements(engagements, catalog, memberships, transactions);
    }

    @Bean
    ListClientAccounts listClientAccounts(
            MembershipDirectory directory, EngagementCatalog engagements, TenantTransactions transactions) {
        return new ListClientAccounts(directory, engagements, transactions);
    }
}
