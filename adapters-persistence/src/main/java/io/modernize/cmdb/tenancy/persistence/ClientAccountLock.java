package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one transaction at a time count the rows of a client account and then change them. */
final class ClientAccountLock {
    private ClientAccountLock() {}

    /** Locks the client account's own row until the transaction ends. Foreign keys to it do not wait for this lock. */
    static void take(JdbcClient jdbc, TenantScope scope) {
        jdbc.sql("select id from client_accounts where id = :client for no key update")
                .param("client", scope.clientAccountId().value())
                .query(UUID.class)
                .single();
    }
}
