package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.database.persistence.Owner;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works with the owner's login. The application's login can neither create client accounts nor see that others exist.
 */
@Component
class JdbcClientAccountRegistry implements ClientAccountRegistry {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcClientAccountRegistry(@Owner DataSource ownerDataSource) {
        this.jdbc = JdbcClient.create(ownerDataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(ownerDataSource));
    }

    @Override
    public Optional<ClientAccount> findClientAccount(Slug slug) {
        return jdbc.sql("select id, slug, name from client_accounts where slug = ?")
                .param(slug.value())
                .query(ClientAccountRow.class)
                .optional()
                .map(ClientAccountRow::toDomain);
    }

    @Override
    public Optional<Engagement> findEngagement(ClientAccountId clientAccountId, Slug slug) {
        return jdbc.sql("select client_account_id, id, slug, name from engagements"
                        + " where client_account_id = ? and slug = ?")
                .params(clientAccountId.value(), slug.value())
                .query(EngagementRow.class)
                .optional()
                .map(EngagementRow::toDomain);
    }

    @Override
    public List<ClientAccount> allClientAccounts() {
        return jdbc.sql("select id, slug, name from client_accounts order by slug")
                .query((row, number) -> new ClientAccount(
                        new ClientAccountId(row.getObject("id", UUID.class)),
                        new Slug(row.getString("slug")),
                        row.getString("name")))
                .list();
    }

    @Override
    public List<EngagementReference> allEngagements() {
        return jdbc.sql("select client_account_id, id from engagements order by client_account_id, id")
                .query((row, number) -> new EngagementReference(
                        new ClientAccountId(row.getObject("client_account_id", UUID.class)),
                        new EngagementId(row.getObject("id", UUID.class))))
                .list();
    }

    @Override
    public ClientAccount ensureClientAccount(Slug slug, String name) {
        jdbc.sql("insert into client_accounts (id, slug, name) values (?, ?, ?) on conflict (slug) do nothing")
                .params(UUID.randomUUID(), slug.value(), name)
                .update();
        return findClientAccount(slug).orElseThrow();
    }

    @Override
    public Engagement ensureEngagement(ClientAccountId clientAccountId, Slug slug, String name) {
        jdbc.sql("insert into engagements (client_account_id, id, slug, name) values (?, ?, ?, ?)"
                        + " on conflict (client_account_id, slug) do nothing")
                .params(clientAccountId.value(), UUID.randomUUID(), slug.value(), name)
                .update();
        return findEngagement(clientAccountId, slug).orElseThrow();
    }

    @Override
    public void deleteEngagement(ClientAccountId clientAccountId, EngagementId engagementId) {
        jdbc.sql("delete from engagements where client_account_id = ? and id = ?")
                .params(clientAccountId.value(), engagementId.value())
                .update();
    }

    @Override
    public void saveMembership(Membership membership) {
        transactions.executeWithoutResult(status -> save(membership));
    }

    private void save(Membership membership) {
        UUID clientAccountId = membership.clientAccountId().value();
        UUID membershipId = jdbc.sql("""
            insert into memberships
                (client_account_id, id, directory_tenant_id, object_id, role, all_engagements)
            values (?, ?, ?, ?, ?, ?)
            on conflict (client_account_id, directory_tenant_id, object_id) do update
                set role = excluded.role, all_engagements = excluded.all_engagements, updated_at = now()
            returning id
            """)
                .params(
                        clientAccountId,
                        UUID.randomUUID(),
                        membership.identity().directoryTenantId(),
                        membership.identity().objectId(),
                        membership.role().name(),
                        membership.engagements() instanceof EngagementSelection.All)
                .query(UUID.class)
                .single();
        jdbc.sql("delete from membership_engagements where client_account_id = ? and membership_id = ?")
                .params(clientAccountId, membershipId)
                .update();
        switch (membership.engagements()) {
            case EngagementSelection.All() -> {}
            case EngagementSelection.Only(var engagementIds) ->
                engagementIds.forEach(engagementId -> jdbc.sql("insert into membership_engagements"
                                + " (client_account_id, membership_id, engagement_id) values (?, ?, ?)")
                        .params(clientAccountId, membershipId, engagementId.value())
                        .update());
        }
    }
}
