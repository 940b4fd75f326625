package io.modernize.cmdb.tenancy.composition;

import io.modernize.cmdb.tenancy.application.ListClientAccounts;
import io.modernize.cmdb.tenancy.application.ManageEngagements;
import io.modernize.cmdb.tenancy.application.ManageMemberships;
import io.modernize.cmdb.tenancy.application.ResolveTenantScope;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** Scopes, memberships and engagements. */
public final class TenancyUseCases implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(ResolveTenantScope.class);
        registry.registerBean(ListClientAccounts.class);
        registry.registerBean(ManageEngagements.class);
        registry.registerBean(ManageMemberships.class);
    }
}
