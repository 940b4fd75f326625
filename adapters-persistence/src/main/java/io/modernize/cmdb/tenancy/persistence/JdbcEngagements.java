package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Engagements;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Changes {@code engagements} and {@code client_accounts} with the application's login, which may change names only.
 */
@Component
class JdbcEngagements implements Engagements {
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    JdbcEngagements(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(TenantScope scope, Engagement engagement) {
        return transactions.inScope(
                        scope,
                        () -> bound(scope, """
                            insert into engagements (client_account_id, id, slug, name)
                            values (:client, :id, :slug, :name)
                            on conflict (client_account_id, slug) do nothing
                            """)
                                .param("id", engagement.id().value())
                                .param("slug", engagement.slug().value())
                                .param("name", engagement.name())
                                .update())
                == 1;
    }

    @Override
    public int lockAndCount(TenantScope scope) {
        return transactions.inScope(scope, () -> {
            ClientAccountLock.take(jdbc, scope);
            return bound(scope, "select count(*) from engagements where client_account_id = :client")
                    .query(Integer.class)
                    .single();
        });
    }

    @Override
    public void rename(TenantScope scope, EngagementId id, DisplayName name) {
        if (!scope.engagements().includes(id)) {
            return;
        }
        transactions.runInScope(
                scope,
                () -> bound(scope, """
                    update engagements set name = :name, updated_at = now()
                    where client_account_id = :client and id = :id
                    """)
                        .param("id", id.value())
                        .param("name", name.value())
                        .update());
    }

    @Override
    public void renameClientAccount(TenantScope scope, DisplayName name) {
        transactions.runInScope(
                scope,
                () -> bound(scope, "update client_accounts set name = :name, updated_at = now() where id = :client")
                        .param("name", name.value())
                        .update());
    }

    private StatementSpec bound(TenantScope scope, String sql) {
        return jdbc.sql(sql).param("client", scope.clientAccountId().value());
    }
}
