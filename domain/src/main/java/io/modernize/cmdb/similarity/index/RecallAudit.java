package io.modernize.cmdb.similarity.index;

import java.time.Instant;

/**
 * What was measured of an approximate plan on one client account's vectors, against the exact plan.
 *
 * @param knob what the strategy's knob was set to thereupon
 * @param totalRows embedded assets at that time
 * @param queries sample queries, at least 1
 * @param topK hits asked for by each
 * @param recall share of the exact plan's hits that the plan found as well, 0 to 1
 * @param targetRecall that was to be held
 * @param exactP50Micros median latency of the exact plan, in microseconds
 * @param planP50Micros median latency of the audited plan, in microseconds
 * @param planP95Micros latency of the audited plan that 95 of 100 queries stay below, in microseconds
 */
public record RecallAudit(
        Instant auditedAt,
        Strategy strategy,
        int knob,
        long totalRows,
        int queries,
        int topK,
        double recall,
        double targetRecall,
        long exactP50Micros,
        long planP50Micros,
        long planP95Micros) {

    /** What was audited. */
    public enum Strategy {
        /** A scan of binary codes; its knob is the number of candidates that are ranked again by their vectors. */
        QUANTISED,
        /** The client account's own HNSW index; its knob is {@code ef_search}. */
        APPROXIMATE
    }

    public RecallAudit {
        if (queries < 1) {
            throw new IllegalArgumentException("an audit asks at least one query: " + queries);
        }
        if (!(recall >= 0 && recall <= 1)) {
            throw new IllegalArgumentException("recall is 0 to 1: " + recall);
        }
    }

    /** Whether the target was held. */
    public boolean met() {
        return recall >= targetRecall;
    }
}
