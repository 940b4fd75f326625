package io.modernize.cmdb.offboarding.persistence;

import io.modernize.cmdb.offboarding.application.StoredRows;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.database.persistence.JdbcTenantTransactions;
import io.modernize.cmdb.tenancy.database.persistence.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts and deletes the rows of {@link TenantTables}. Rows of client accounts, engagements and memberships are deleted
 * with the owner's login.
 */
@Component
class JdbcStoredRows implements StoredRows {
    private static final UUID LEAST = new UUID(0, 0);

    /**
     * Deletes a batch. Rows are chosen along the key from the end of the batch before, so that no batch reads past the
     * rows that earlier batches have deleted. The place of a row names it inside its partition, and each embedding
     * space has one.
     */
    private static final String DELETE = """
        with batch as materialized (
            select t.tableoid as partition, t.ctid as place, t.%2$s as key from %1$s t
            where %3$s and %4$s and t.%2$s >= :from::uuid
            order by t.%2$s limit :limit),
        deleted as (
            delete from %1$s t using batch b
            where %3$s and t.ctid = any(array(select place from batch)) and b.place = t.ctid
              and b.partition = t.tableoid
            returning 1)
        select (select count(*) from deleted) as rows, count(*) as chosen,
            (array_agg(key order by key desc))[1] as last_key
        from batch
        """;

    private final TenantTransactions transactions;
    private final JdbcClient application;
    private final TransactionTemplate ownerTransactions;
    private final JdbcClient owner;

    JdbcStoredRows(TenantTransactions transactions, JdbcClient application, @Owner DataSource ownerDataSource) {
        this.transactions = transactions;
        this.application = application;
        this.ownerTransactions = new TransactionTemplate(new JdbcTransactionManager(ownerDataSource));
        this.owner = JdbcClient.create(ownerDataSource);
    }

    @Override
    public List<TableRows> count(TenantScope scope) {
        return transactions.inScope(
                scope,
                () -> TenantTables.IN_ORDER_OF_DELETION.stream()
                        .flatMap(table -> condition(scope, table).stream()
                                .map(condition -> new TableRows(table.name(), count(scope, table, condition))))
                        .toList());
    }

    private long count(TenantScope scope, TenantTable table, String condition) {
        return bound(
                        application,
                        "select count(*) from " + table.name() + " t where " + table.ofClientAccount() + " and "
                                + condition,
                        scope)
                .query(Long.class)
                .single();
    }

    @Override
    public Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit) {
        TenantTable tenantTable = TenantTables.IN_ORDER_OF_DELETION.stream()
                .filter(candidate -> candidate.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table of client accounts: " + table));
        Optional<String> condition = condition(scope, tenantTable);
        if (condition.isEmpty()) {
            return new Batch(0, null);
        }
        String sql = DELETE.formatted(table, tenantTable.key(), tenantTable.ofClientAccount(), condition.get());
        return switch (tenantTable.login()) {
            case APPLICATION -> transactions.inScope(scope, () -> delete(application, sql, scope, from, limit));
            case OWNER ->
                Objects.requireNonNull(
                        ownerTransactions.execute(status -> {
                            owner.sql(JdbcTenantTransactions.setContext(scope.clientAccountId()))
                                    .update();
                            return delete(owner, sql, scope, from, limit);
                        }),
                        "a deletion has a result");
        };
    }

    private static Batch delete(JdbcClient jdbc, String sql, TenantScope scope, @Nullable UUID from, int limit) {
        return bound(jdbc, sql, scope)
                .param("from", Objects.requireNonNullElse(from, LEAST))
                .param("limit", limit)
                .query((row, number) -> batch(row, limit))
                .single();
    }

    private static Batch batch(ResultSet row, int limit) throws SQLException {
        boolean isLast = row.getInt("chosen") < limit;
        return new Batch(row.getInt("rows"), isLast ? null : row.getObject("last_key", UUID.class));
    }

    /** The condition for the rows that the scope covers. Empty if the table has no rows of engagements. */
    private static Optional<String> condition(TenantScope scope, TenantTable table) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> Optional.of("true");
            case EngagementSelection.Only(var ids) -> table.ofEngagements();
        };
    }

    private static StatementSpec bound(JdbcClient jdbc, String sql, TenantScope scope) {
        return jdbc.sql(sql)
                .param("client", scope.clientAccountId().value())
                .param("engagements", engagementIds(scope).toArray(UUID[]::new));
    }

    private static Stream<UUID> engagementIds(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> Stream.empty();
            case EngagementSelection.Only(var ids) -> ids.stream().map(EngagementId::value);
        };
    }
}
