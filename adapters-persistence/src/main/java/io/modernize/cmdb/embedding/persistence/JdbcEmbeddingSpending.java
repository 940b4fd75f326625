package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.application.EmbeddingSpending;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads {@code embedding_usage}. */
@Component
class JdbcEmbeddingSpending implements EmbeddingSpending {
    private final TenantJdbc jdbc;

    JdbcEmbeddingSpending(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DailyCharge> between(TenantScope scope, LocalDate from, LocalDate to) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "select day, provider, model, tokens, documents, calls, cost from embedding_usage"
                                        + " where client_account_id = :client and day between :from and :to"
                                        + " order by day, provider, model")
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
