package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Engagements;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import org.springframework.stereotype.Component;

/**
 * Changes {@code engagements} and {@code client_accounts} with the application's login, which may change names only.
 */
@Component
class JdbcEngagements implements Engagements {
    private final TenantJdbc jdbc;

    JdbcEngagements(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(TenantScope scope, Engagement engagement) {
        return jdbc.inScope(
                        scope,
                        () -> jdbc.sql(scope, """
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
        return jdbc.inScope(scope, () -> {
            ClientAccountLock.take(jdbc, scope);
            return jdbc.sql(scope, "select count(*) from engagements where client_account_id = :client")
                    .query(Integer.class)
                    .single();
        });
    }

    @Override
    public void rename(TenantScope scope, EngagementId id, DisplayName name) {
        if (!scope.engagements().includes(id)) {
            return;
        }
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    update engagements set name = :name, updated_at = now()
                    where client_account_id = :client and id = :id
                    """)
                        .param("id", id.value())
                        .param("name", name.value())
                        .update());
    }

    @Override
    public void renameClientAccount(TenantScope scope, DisplayName name) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, "update client_accounts set name = :name, updated_at = now() where id = :client")
                        .param("name", name.value())
                        .update());
    }
}
