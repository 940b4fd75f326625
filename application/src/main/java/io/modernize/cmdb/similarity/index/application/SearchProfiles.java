package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * The settings of client accounts' searches. A scope stands for its whole client account, whatever engagements it
 * covers.
 */
public interface SearchProfiles {
    /** The settings of a client account; {@link SearchProfile#initial} if nothing was measured yet. */
    SearchProfile find(TenantScope scope, EmbeddingSpace space);

    /** Sets the knob of that strategy. */
    void save(TenantScope scope, EmbeddingSpace space, Strategy strategy, int knob);
}
