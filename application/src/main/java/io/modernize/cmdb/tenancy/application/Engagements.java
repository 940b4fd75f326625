package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** Changes the engagements of a client account, and its name. */
public interface Engagements {
    /** Adds the engagement to the scope's client account. False if its slug is taken there. */
    boolean add(TenantScope scope, Engagement engagement);

    /**
     * The number of engagements of the scope's client account. Until the current transaction ends, other transactions
     * of the client account wait here.
     */
    int lockAndCount(TenantScope scope);

    /** Renames an engagement. Does nothing if the scope does not cover it. */
    void rename(TenantScope scope, EngagementId id, DisplayName name);

    /** Renames the scope's client account. */
    void renameClientAccount(TenantScope scope, DisplayName name);
}
