package io.modernize.cmdb.similarity.index.graphql;

import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.search.graphql.SearchPlanPayload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code RecallAudit}. The knob of another strategy is null. */
record RecallAuditPayload(
        Instant auditedAt,
        SearchPlanPayload.Strategy strategy,
        @Nullable Integer efSearch,
        @Nullable Integer rerankCount,
        Long rows,
        int queries,
        int topK,
        double recall,
        double targetRecall,
        boolean met,
        double exactP50Millis,
        double planP50Millis,
        double planP95Millis) {

    static RecallAuditPayload from(RecallAudit audit) {
        boolean approximate = audit.strategy() == RecallAudit.Strategy.APPROXIMATE;
        return new RecallAuditPayload(
                audit.auditedAt(),
                strategy(audit.strategy()),
                approximate ? audit.knob() : null,
                approximate ? null : audit.knob(),
                audit.totalRows(),
                audit.queries(),
                audit.topK(),
                audit.recall(),
                audit.targetRecall(),
                audit.met(),
                millis(audit.exactP50Micros()),
                millis(audit.planP50Micros()),
                millis(audit.planP95Micros()));
    }

    private static SearchPlanPayload.Strategy strategy(RecallAudit.Strategy strategy) {
        return switch (strategy) {
            case QUANTISED -> SearchPlanPayload.Strategy.QUANTISED;
            case APPROXIMATE -> SearchPlanPayload.Strategy.APPROXIMATE;
        };
    }

    private static double millis(long micros) {
        return micros / 1_000.0;
    }
}
