package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.UUID;

/** Lets one transaction at a time count the rows of a client account and then change them. */
final class ClientAccountLock {
    private ClientAccountLock() {}

    /** Locks the client account's own row until the transaction ends. Foreign keys to it do not wait for this lock. */
    static void take(TenantJdbc jdbc, TenantScope scope) {
        jdbc.sql(scope, "select id from client_accounts where id = :client for no key update")
                .query(UUID.class)
                .single();
    }
}
