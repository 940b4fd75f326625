package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.Audited;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.NotNeeded;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;

/**
 * Has the plan of a client account's searches measured, and sets its knob to the lowest value that holds the target
 * recall. The knob and the audit that it follows from are stored together.
 */
public final class AuditRecall {
    private final ActiveSpaces spaces;
    private final VectorIndexes indexes;
    private final SearchProfiles profiles;
    private final RecallAudits audits;
    private final TenantTransactions transactions;
    private final MeasureRecall measurement;

    public AuditRecall(
            ActiveSpaces spaces,
            VectorIndexes indexes,
            SearchProfiles profiles,
            RecallAudits audits,
            TenantTransactions transactions,
            MeasureRecall measurement) {
        this.spaces = spaces;
        this.indexes = indexes;
        this.profiles = profiles;
        this.audits = audits;
        this.transactions = transactions;
        this.measurement = measurement;
    }

    /**
     * Audits the plan that the scope's client account is searched by when nothing is filtered: its index where it has
     * one, otherwise the scan of codes.
     */
    public AuditOutcome audit(TenantScope scope) {
        return audit(scope, spaces.active(scope));
    }

    /** Audits that plan in one of the spaces that the client account maintains. */
    AuditOutcome audit(TenantScope scope, EmbeddingSpace space) {
        long totalRows = indexes.survey(scope, space).totalRows();
        SearchProfile profile = profiles.find(scope, space);
        if (profile.index() == null && totalRows <= profile.rerankCount()) {
            return new NotNeeded(totalRows);
        }
        AuditOutcome outcome = measurement.measure(scope, space, profile.index(), totalRows);
        if (outcome instanceof Audited(RecallAudit audit)) {
            transactions.runInScope(scope, () -> {
                profiles.save(scope, space, audit.strategy(), audit.knob());
                audits.append(scope, space, audit);
            });
        }
        return outcome;
    }
}
