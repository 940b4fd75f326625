package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores audits in {@code recall_audits}. */
@Component
class JdbcRecallAudits implements RecallAudits {
    private final TenantJdbc jdbc;

    JdbcRecallAudits(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(TenantScope scope, EmbeddingSpace space, RecallAudit audit) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into recall_audits (client_account_id, id, embedding_space_id, audited_at, strategy, ef_search,
                        rerank_count, total_rows, queries, top_k, recall, target_recall, exact_p50_micros, plan_p50_micros,
                        plan_p95_micros)
                    values (:client, :id, :space, :auditedAt, :strategy, :efSearch, :rerankCount, :totalRows, :queries, :topK,
                        :recall, :targetRecall, :exactP50, :planP50, :planP95)
                    """)
                        .param("id", UUID.randomUUID())
                        .param("space", space.id().value())
                        .param("auditedAt", audit.auditedAt().atOffset(ZoneOffset.UTC))
                        .param("strategy", audit.strategy().name())
                        .param("efSearch", knobOf(audit, Strategy.APPROXIMATE))
                        .param("rerankCount", knobOf(audit, Strategy.QUANTISED))
                        .param("totalRows", audit.totalRows())
                        .param("queries", audit.queries())
                        .param("topK", audit.topK())
                        .param("recall", audit.recall())
                        .param("targetRecall", audit.targetRecall())
                        .param("exactP50", audit.exactP50Micros())
                        .param("planP50", audit.planP50Micros())
                        .param("planP95", audit.planP95Micros())
                        .update());
    }

    private static @Nullable Integer knobOf(RecallAudit audit, Strategy strategy) {
        return audit.strategy() == strategy ? audit.knob() : null;
    }

    @Override
    public Page<PlacedAudit> history(
            TenantScope scope, EmbeddingSpace space, @Nullable AuditPosition after, int limit) {
        return jdbc.page(
                scope,
                after,
                limit,
                most -> jdbc.sql(scope, """
                    select * from recall_audits
                    where client_account_id = :client and embedding_space_id = :space
                      and (:id::uuid is null or (audited_at, id) < (:auditedAt::timestamptz, :id::uuid))
                    order by audited_at desc, id desc limit :limit
                    """)
                        .param("space", space.id().value())
                        .param(
                                "auditedAt",
                                after == null ? null : after.auditedAt().atOffset(ZoneOffset.UTC))
                        .param("id", after == null ? null : after.id())
                        .param("limit", most)
                        .query(JdbcRecallAudits::placed)
                        .list());
    }

    private static PlacedAudit placed(ResultSet row, int number) throws SQLException {
        RecallAudit audit = audit(row);
        return new PlacedAudit(audit, new AuditPosition(audit.auditedAt(), row.getObject("id", UUID.class)));
    }

    private static RecallAudit audit(ResultSet row) throws SQLException {
        Strategy strategy = Strategy.valueOf(row.getString("strategy"));
        return new RecallAudit(
                row.getObject("audited_at", OffsetDateTime.class).toInstant(),
                strategy,
                switch (strategy) {
                    case QUANTISED -> row.getInt("rerank_count");
                    case APPROXIMATE -> row.getInt("ef_search");
                },
                row.getLong("total_rows"),
                row.getInt("queries"),
                row.getInt("top_k"),
                row.getDouble("recall"),
                row.getDouble("target_recall"),
                row.getLong("exact_p50_micros"),
                row.getLong("plan_p50_micros"),
                row.getLong("plan_p95_micros"));
    }
}
