package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.database.persistence.MultiStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads memberships under a policy that shows an identity its own rows and no others. Every request reads them in one
 * round trip, and nothing is kept. A membership that is taken away is gone with the next request.
 */
@Component
class JdbcMembershipDirectory implements MembershipDirectory {
    private static final String MEMBERSHIPS = """
        select m.client_account_id, m.role, m.all_engagements,
               array(select e.engagement_id from membership_engagements e
                     where e.client_account_id = m.client_account_id
                       and e.membership_id = m.id) as engagement_ids
        from memberships m
        where m.directory_tenant_id = :directory and m.object_id = :object
        order by m.client_account_id
        """;

    /**
     * Ends the identity's context. Otherwise a transaction that continues would see further rows of the identity
     * through its own policy.
     */
    private static final String FORGET = "; set local app.directory_tenant_id = ''; set local app.object_id = ''";

    private final TransactionTemplate transactions;
    private final NamedParameterJdbcTemplate jdbc;

    JdbcMembershipDirectory(PlatformTransactionManager transactionManager, NamedParameterJdbcTemplate jdbc) {
        this.transactions = new TransactionTemplate(transactionManager);
        this.jdbc = jdbc;
    }

    @Override
    public List<Membership> membershipsOf(PrincipalIdentity identity) {
        return Objects.requireNonNull(transactions.execute(status -> jdbc.execute(
                // Both texts come from UUIDs; see JdbcTenantTransactions.
                "set local app.directory_tenant_id = '" + identity.directoryTenantId()
                        + "'; set local app.object_id = '" + identity.objectId() + "'; " + MEMBERSHIPS
                        + (status.isNewTransaction() ? MultiStatement.COMMIT : FORGET),
                Map.of("directory", identity.directoryTenantId(), "object", identity.objectId()),
                statement -> MultiStatement.firstRows(statement, rows -> memberships(identity, rows)))));
    }

    private static List<Membership> memberships(PrincipalIdentity identity, ResultSet rows) throws SQLException {
        List<Membership> memberships = new ArrayList<>();
        while (rows.next()) {
            membership(identity, rows).ifPresent(memberships::add);
        }
        return memberships;
    }

    /** The membership of a row. Empty if it names engagements and the last of them was deleted: it covers nothing. */
    private static Optional<Membership> membership(PrincipalIdentity identity, ResultSet row) throws SQLException {
        Set<EngagementId> engagementIds = Arrays.stream(
                        (UUID[]) row.getArray("engagement_ids").getArray())
                .map(EngagementId::new)
                .collect(Collectors.toSet());
        boolean all = row.getBoolean("all_engagements");
        if (!all && engagementIds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Membership(
                identity,
                new ClientAccountId(row.getObject("client_account_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                all ? new EngagementSelection.All() : new EngagementSelection.Only(engagementIds)));
    }
}
