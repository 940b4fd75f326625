package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.application.EmbeddingSpending;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code embedding_usage}. */
@Component
class JdbcEmbeddingSpending implements EmbeddingSpending {
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    JdbcEmbeddingSpending(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public List<DailyCharge> between(TenantScope scope, LocalDate from, LocalDate to) {
        return transactions.inScope(
                scope,
                () -> jdbc.sql("select day, provider, model, tokens, documents, calls, cost from embedding_usage"
                                + " where client_account_id = :client and day between :from and :to"
                                + " order by day, provider, model")
                        .param("client", scope.clientAccountId().value())
                        .param("from", from)
                        .param("to", to)
                        .query((row, number) -> new DailyCharge(
                                row.getObject("day", LocalDate.class),
                                row.getString("provider"),
                                row.getString("model"),
                                row.getLong("tokens"),
                                row.getLong("documents"),
                                row.getLong("calls"),
                                row.getBigDecimal("cost")))
                        .list());
    }
}
