package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.tenancy.TenantScope;

/** How client accounts are searched. A scope stands for its whole client account, whichever engagements it covers. */
public interface SearchProfiles {
    /** {@link SearchProfile#initial} where nothing was measured yet. */
    SearchProfile find(TenantScope scope, EmbeddingSpace space);

    /** Sets the knob of that strategy. */
    void save(TenantScope scope, EmbeddingSpace space, Strategy strategy, int knob);
}
