package io.modernize.cmdb.similarity.index;

import java.time.Instant;

/**
 * A comparison of an approximate plan with the exact plan on the vectors of one client account.
 *
 * @param knob the value that the audit set for the strategy's knob
 * @param totalRows the number of embedded assets at the time of the audit
 * @param queries the number of sample queries, at least 1
 * @param topK the number of hits that each query asked for
 * @param recall the share of the exact plan's hits that the plan found, 0 to 1
 * @param targetRecall the least recall that was asked for
 * @param exactP50Micros the median latency of the exact plan, in microseconds
 * @param planP50Micros the median latency of the audited plan, in microseconds
 * @param planP95Micros the latency of the audited plan that 95 of 100 queries stay below, in microseconds
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

    /** The strategy that was audited. */
    public enum Strategy {
        /** A scan of binary codes. Its knob is the number of candidates that are ranked again by their vectors. */
        QUANTISED,
        /** The HNSW index of the client account. Its knob is {@code ef_search}. */
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

    /** Whether the recall reached the target. */
    public boolean met() {
        return recall >= targetRecall;
    }
}
