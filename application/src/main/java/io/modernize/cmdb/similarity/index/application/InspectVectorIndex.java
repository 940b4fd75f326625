package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.application.RecallAudits.AuditPosition;
import io.modernize.cmdb.similarity.index.application.RecallAudits.PlacedAudit;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import org.jspecify.annotations.Nullable;

/** Tells how the vectors of a client account are searched in the active space, and what audits have measured. */
public final class InspectVectorIndex {
    private static final IndexHealth NEVER_SURVEYED =
            new IndexHealth(0, 0, null, null, IndexHealth.INITIAL_EF_SEARCH, SearchProfile.DEFAULT_RERANK_COUNT, null);

    private final ActiveSpaces spaces;
    private final VectorIndexes indexes;
    private final RecallAudits audits;

    public InspectVectorIndex(ActiveSpaces spaces, VectorIndexes indexes, RecallAudits audits) {
        this.spaces = spaces;
        this.indexes = indexes;
        this.audits = audits;
    }

    public IndexHealth health(TenantScope scope) {
        return indexes.health(scope, spaces.active(scope)).orElse(NEVER_SURVEYED);
    }

    /**
     * Newest first.
     *
     * @param after only those behind this place; null to begin
     * @param limit most audits of the page, at least 1
     */
    public Page<PlacedAudit> audits(TenantScope scope, @Nullable AuditPosition after, int limit) {
        return audits.history(scope, spaces.active(scope), after, limit);
    }
}
