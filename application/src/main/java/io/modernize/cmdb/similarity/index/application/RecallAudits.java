package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** The stored audits of recall. A scope stands for its whole client account, whatever engagements it covers. */
public interface RecallAudits {
    void append(TenantScope scope, EmbeddingSpace space, RecallAudit audit);

    /** The client account's audits, newest first, at most so many. */
    List<RecallAudit> history(TenantScope scope, EmbeddingSpace space, int limit);
}
