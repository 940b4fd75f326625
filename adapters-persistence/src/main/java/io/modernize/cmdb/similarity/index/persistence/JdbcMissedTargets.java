package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.similarity.index.application.MissedTargets;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.database.persistence.OwnerConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Reads missed targets in one statement with the owner's login, because the application's login sees one client account
 * at a time.
 */
@Component
class JdbcMissedTargets implements MissedTargets {
    private static final String MISSED = """
        select a.id
        from client_accounts a
        cross join lateral (
            select r.recall, r.target_recall from recall_audits r
            where r.client_account_id = a.id
              and r.embedding_space_id = coalesce(
                (select u.embedding_space_id from embedding_space_uses u where u.client_account_id = a.id and u.active),
                (select s.id from embedding_spaces s where s.active))
            order by r.audited_at desc, r.id limit 1) as last
        where last.recall < last.target_recall
        """;

    private final OwnerConnections owner;

    JdbcMissedTargets(OwnerConnections owner) {
        this.owner = owner;
    }

    @Override
    public Set<ClientAccountId> inLastAudits() {
        try (Connection connection = owner.open();
                PreparedStatement statement = connection.prepareStatement(MISSED);
                ResultSet row = statement.executeQuery()) {
            Set<ClientAccountId> missed = new HashSet<>();
            while (row.next()) {
                missed.add(new ClientAccountId(row.getObject("id", UUID.class)));
            }
            return missed;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("look for client accounts that missed the target", MISSED, e);
        }
    }
}
