package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingCharge;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Stores charges in {@code embedding_usage}. The day is the database's, so that all processes have the same one. */
@Component
class JdbcEmbeddingUsage implements EmbeddingUsage {
    private static final String TODAY = "(now() at time zone 'UTC')::date";

    /** The digits of a million tokens. */
    private static final int DIGITS = 6;

    private final TenantJdbc jdbc;

    JdbcEmbeddingUsage(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void charge(
            TenantScope scope, EmbeddingSpace space, EmbeddingCharge charge, OptionalDouble pricePerMillionTokens) {
        if (charge.equals(EmbeddingCharge.NOTHING)) {
            return;
        }
        BigDecimal cost = BigDecimal.valueOf(pricePerMillionTokens.orElse(0))
                .multiply(BigDecimal.valueOf(charge.tokens()))
                .movePointLeft(DIGITS);
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into embedding_usage as u (client_account_id, day, provider, model, tokens, documents, calls, cost)
                    values (:client, %s, :provider, :model, :tokens, :documents, :calls, :cost)
                    on conflict (client_account_id, day, provider, model) do update set
                        tokens = u.tokens + excluded.tokens, documents = u.documents + excluded.documents,
                        calls = u.calls + excluded.calls, cost = u.cost + excluded.cost, updated_at = now()
                    """.formatted(TODAY))
                        .param("provider", space.provider())
                        .param("model", space.model())
                        .param("tokens", charge.tokens())
                        .param("documents", charge.documents())
                        .param("calls", charge.calls())
                        .param("cost", cost)
                        .update());
    }

    @Override
    public long tokensToday(TenantScope scope) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "select coalesce(sum(tokens), 0) from embedding_usage where client_account_id = :client"
                                        + " and day = " + TODAY)
                        .query(Long.class)
                        .single());
    }
}
