package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Set;
import java.util.UUID;

/** Two client accounts with two engagements each: what every test of isolation needs at least. */
public record TwoClients(
        ClientAccountId northwind,
        EngagementId exit,
        EngagementId erp,
        ClientAccountId harbor,
        EngagementId cloud,
        EngagementId edge) {

    /** Identifiers that no other test has. */
    public static TwoClients random() {
        return new TwoClients(
                new ClientAccountId(UUID.randomUUID()),
                new EngagementId(UUID.randomUUID()),
                new EngagementId(UUID.randomUUID()),
                new ClientAccountId(UUID.randomUUID()),
                new EngagementId(UUID.randomUUID()),
                new EngagementId(UUID.randomUUID()));
    }

    public TenantScope northwindScope() {
        return TenantScope.forJob(northwind);
    }

    public TenantScope harborScope() {
        return TenantScope.forJob(harbor);
    }

    /** Of one engagement of Northwind. */
    public TenantScope exitScope() {
        return TenantScope.forJob(northwind, exit);
    }

    /** Of the other engagement of Northwind. */
    public TenantScope erpScope() {
        return TenantScope.forJob(northwind, erp);
    }

    /** Of both engagements of Northwind, by name. */
    public TenantScope exitAndErpScope() {
        PrincipalIdentity somebody = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
        return new Membership(somebody, northwind, Role.ANALYST, new EngagementSelection.Only(Set.of(exit, erp)))
                .scope();
    }
}
