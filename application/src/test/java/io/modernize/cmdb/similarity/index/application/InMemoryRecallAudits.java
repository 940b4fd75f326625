package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Audits in a list. */
public final class InMemoryRecallAudits implements RecallAudits {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(ClientAccountId clientAccountId, EmbeddingSpaceId spaceId, RecallAudit audit) {}

    @Override
    public void append(TenantScope scope, EmbeddingSpace space, RecallAudit audit) {
        entries.add(new Entry(scope.clientAccountId(), space.id(), audit));
    }

    @Override
    public List<RecallAudit> history(TenantScope scope, EmbeddingSpace space, int limit) {
        return entries.stream()
                .filter(entry -> entry.clientAccountId().equals(scope.clientAccountId())
                        && entry.spaceId().equals(space.id()))
                .map(Entry::audit)
                .sorted(Comparator.comparing(RecallAudit::auditedAt).reversed())
                .limit(limit)
                .toList();
    }
}
