package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audits in a list. */
public final class InMemoryRecallAudits implements RecallAudits {
    private static final Comparator<AuditPosition> NEWEST_FIRST = Comparator.comparing(AuditPosition::auditedAt)
            .thenComparing(position -> position.id().toString())
            .reversed();

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(ClientAccountId clientAccountId, EmbeddingSpaceId spaceId, PlacedAudit placed) {}

    @Override
    public void append(TenantScope scope, EmbeddingSpace space, RecallAudit audit) {
        entries.add(new Entry(
                scope.clientAccountId(),
                space.id(),
                new PlacedAudit(audit, new AuditPosition(audit.auditedAt(), UUID.randomUUID()))));
    }

    @Override
    public Page<PlacedAudit> history(
            TenantScope scope, EmbeddingSpace space, @Nullable AuditPosition after, int limit) {
        return Page.forward(
                after,
                limit,
                most -> entries.stream()
                        .filter(entry -> entry.clientAccountId().equals(scope.clientAccountId())
                                && entry.spaceId().equals(space.id()))
                        .map(Entry::placed)
                        .filter(placed -> after == null || NEWEST_FIRST.compare(placed.position(), after) > 0)
                        .sorted(Comparator.comparing(PlacedAudit::position, NEWEST_FIRST))
                        .limit(most)
                        .toList());
    }
}
