package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored audits of recall. A scope stands for its whole client account, whatever engagements it covers. */
public interface RecallAudits {
    void append(TenantScope scope, EmbeddingSpace space, RecallAudit audit);

    /**
     * The client account's audits, newest first.
     *
     * @param after only those behind this place; null to begin
     * @param limit most audits of the page
     */
    Page<PlacedAudit> history(TenantScope scope, EmbeddingSpace space, @Nullable AuditPosition after, int limit);

    /** An audit with its place among all audits. */
    record PlacedAudit(RecallAudit audit, AuditPosition position) {}

    /** The place of an audit among all; the id decides between audits of one moment. */
    record AuditPosition(Instant auditedAt, UUID id) {}
}
