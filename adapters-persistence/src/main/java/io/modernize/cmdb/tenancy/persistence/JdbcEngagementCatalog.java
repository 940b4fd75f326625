package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.database.persistence.JdbcTenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

@Component
class JdbcEngagementCatalog implements EngagementCatalog {
    private static final String ENGAGEMENTS = """
        select client_account_id, id, slug, name from engagements
        where client_account_id = :client
        order by name, id\
        """;

    private final JdbcTenantTransactions transactions;
    private final ClientAccountRows clientAccounts;

    JdbcEngagementCatalog(JdbcTenantTransactions transactions, ClientAccountRows clientAccounts) {
        this.transactions = transactions;
        this.clientAccounts = clientAccounts;
    }

    @Override
    public ClientAccount clientAccount(TenantScope scope) {
        return transactions.inScope(
                scope,
                () -> clientAccounts
                        .findById(scope.clientAccountId().value())
                        .orElseThrow(() ->
                                new IllegalStateException("client account " + scope.clientAccountId() + " is gone"))
                        .toDomain());
    }

    /** The engagements, in one round trip. A search that names the engagements of its hits waits for this as well. */
    @Override
    public List<Engagement> engagements(TenantScope scope) {
        return transactions.queryInScope(
                scope,
                ENGAGEMENTS,
                new MapSqlParameterSource("client", scope.clientAccountId().value()),
                rows -> engagements(scope, rows));
    }

    private static List<Engagement> engagements(TenantScope scope, ResultSet rows) throws SQLException {
        List<Engagement> engagements = new ArrayList<>();
        while (rows.next()) {
            Engagement engagement = new EngagementRow(
                            rows.getObject("client_account_id", UUID.class),
                            rows.getObject("id", UUID.class),
                            rows.getString("slug"),
                            rows.getString("name"))
                    .toDomain();
            if (scope.engagements().includes(engagement.id())) {
                engagements.add(engagement);
            }
        }
        return engagements;
    }
}
