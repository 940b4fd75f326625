package io.modernize.cmdb.operations.cli.maintenance;

import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import java.util.Locale;

/** Writes the outcome of an audit in a few words. */
final class AuditText {
    private AuditText() {}

    static String of(AuditOutcome outcome) {
        return switch (outcome) {
            case AuditOutcome.Audited(RecallAudit audit) ->
                String.format(
                        Locale.ROOT,
                        "recall %.3f with %s %d, target %.3f %s",
                        audit.recall(),
                        knob(audit.strategy()),
                        audit.knob(),
                        audit.targetRecall(),
                        audit.met() ? "met" : "missed");
            case AuditOutcome.NotNeeded(long rows) -> rows + " assets, searched exactly";
            case AuditOutcome.TimedOut(long rows) -> rows + " assets, the audit's time was over";
            case AuditOutcome.Failed(String reason) -> "audit failed: " + reason;
        };
    }

    static String knob(RecallAudit.Strategy strategy) {
        return switch (strategy) {
            case QUANTISED -> "rerank_count";
            case APPROXIMATE -> "ef_search";
        };
    }
}
