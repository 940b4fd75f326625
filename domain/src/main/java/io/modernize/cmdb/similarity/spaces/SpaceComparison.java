package io.modernize.cmdb.similarity.spaces;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A measurement before a client account changes to another embedding space. It tells whether the new space is complete,
 * whether it finds much of what the old one finds, and, if judged queries were given, whether it finds the right assets
 * as well.
 *
 * <p>Different models disagree on neighbours, and rightly so. The overlap only discovers a model that is configured
 * wrongly, which finds nearly nothing of what another one does. Judged queries tell which model is better.
 *
 * @param samples the number of assets whose neighbours were compared
 * @param overlap the mean share of an asset's ten nearest neighbours in the old space that are among its ten nearest in
 *     the new one, 0 to 1; empty without samples
 * @param judgedQueries the number of judged queries that were asked in both spaces
 * @param fromNdcg the mean nDCG@10 of the judged queries in the old space, 0 to 1; empty without judged queries
 * @param toNdcg the mean nDCG@10 of the judged queries in the new space, 0 to 1; empty without judged queries
 * @param due the number of assets whose vector in the new space is missing or not up to date
 */
public record SpaceComparison(
        Instant comparedAt,
        int samples,
        OptionalDouble overlap,
        int judgedQueries,
        OptionalDouble fromNdcg,
        OptionalDouble toNdcg,
        long due,
        Gate gate) {
    /**
     * The conditions that a new space must meet.
     *
     * @param minimumOverlap 0 to 1
     * @param toleratedLoss the loss of mean nDCG@10 that is tolerated, 0 to 1
     */
    public record Gate(double minimumOverlap, double toleratedLoss) {
        public Gate {
            if (!(minimumOverlap >= 0 && minimumOverlap <= 1) || !(toleratedLoss >= 0 && toleratedLoss <= 1)) {
                throw new IllegalArgumentException(
                        "overlap and loss are 0 to 1: " + minimumOverlap + ", " + toleratedLoss);
            }
        }
    }

    /** Whether the new space meets the conditions. */
    public boolean passed() {
        return due == 0
                && (overlap.isEmpty() || overlap.getAsDouble() >= gate.minimumOverlap())
                && (fromNdcg.isEmpty()
                        || toNdcg.isEmpty()
                        || toNdcg.getAsDouble() >= fromNdcg.getAsDouble() - gate.toleratedLoss());
    }
}
