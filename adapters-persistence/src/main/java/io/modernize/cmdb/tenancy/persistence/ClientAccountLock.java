package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one transaction at a time count what a client account has and then change it. */
final class ClientAccountLock {
    private ClientAccountLock() {}

    /** The client account's own row, until the transaction ends: a lock that foreign keys to it do not wait for. */
    static void take(JdbcClient jdbc, TenantScope scope) {
        jdbc.sql("select id from client_accounts where id = :client for no key update")
                .param("client", scope.clientAccountId().value())
                .query(UUID.class)
                .single();
    }
}
