package io.modernize.cmdb.similarity.index.graphql;

import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Northwind has an index and two audits, Harbor was never looked at. */
public final class InMemoryIndexes implements VectorIndexes, RecallAudits {
    private static final UUID AUDIT = UUID.randomUUID();
    private static final Instant BUILT = Instant.parse("2026-03-01T02:00:00Z");
    private static final List<RecallAudit> AUDITS = List.of(
            new RecallAudit(
                    Instant.parse("2026-03-02T02:30:00Z"),
                    Strategy.APPROXIMATE,
                    150,
                    9_000_000_000L,
                    50,
                    10,
                    0.994,
                    0.99,
                    31_250,
                    2_500,
                    4_000),
            new RecallAudit(
                    Instant.parse("2026-03-01T02:30:00Z"),
                    Strategy.QUANTISED,
                    3_200,
                    8_000,
                    50,
                    10,
                    0.98,
                    0.99,
                    5_000,
                    1_500,
                    2_000));

    @Override
    public Optional<IndexHealth> health(TenantScope scope, EmbeddingSpace space) {
        return isNorthwind(scope)
                ? Optional.of(
                        new IndexHealth(9_000_000_000L, 12, "cmdb_hnsw_1", BUILT, 150, 400, BUILT.plusSeconds(600)))
                : Optional.empty();
    }

    @Override
    public Page<PlacedAudit> history(
            TenantScope scope, EmbeddingSpace space, @Nullable AuditPosition after, int limit) {
        return Page.forward(
                after,
                limit,
                most -> AUDITS.stream()
                        .filter(audit -> isNorthwind(scope))
                        .filter(audit -> after == null || audit.auditedAt().isBefore(after.auditedAt()))
                        .limit(most)
                        .map(audit -> new PlacedAudit(audit, new AuditPosition(audit.auditedAt(), AUDIT)))
                        .toList());
    }

    private static boolean isNorthwind(TenantScope scope) {
        return scope.clientAccountId().equals(InMemoryTenancy.NORTHWIND.id());
    }

    @Override
    public IndexState survey(TenantScope scope, EmbeddingSpace space) {
        throw new UnsupportedOperationException("the API only reads");
    }

    @Override
    public Optional<Exclusive> tryExclusively(TenantScope scope) {
        throw new UnsupportedOperationException("the API only reads");
    }

    @Override
    public OptionalInt dropLeftovers(TenantScope scope) {
        throw new UnsupportedOperationException("the API only reads");
    }

    @Override
    public void append(TenantScope scope, EmbeddingSpace space, RecallAudit audit) {
        throw new UnsupportedOperationException("the API only reads");
    }
}
