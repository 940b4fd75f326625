package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** The client account and the engagements of a scope. */
public interface EngagementCatalog {
    ClientAccount clientAccount(TenantScope scope);

    /** The engagements that the scope covers, ordered by name. */
    List<Engagement> engagements(TenantScope scope);
}
