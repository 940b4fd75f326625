package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** Changes to a client account's engagements, and to its own name. */
public interface Engagements {
    /** Adds the engagement to the scope's client account. False where its slug is taken there. */
    boolean add(TenantScope scope, Engagement engagement);

    /**
     * How many the scope's client account has. Until the current transaction ends, no other one of the client account gets an
     * answer.
     */
    int lockAndCount(TenantScope scope);

    /** Does nothing where the scope does not cover the engagement. */
    void rename(TenantScope scope, EngagementId id, DisplayName name);

    /** Renames the scope's client account. */
    void renameClientAccount(TenantScope scope, DisplayName name);
}
