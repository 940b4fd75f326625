package io.modernize.cmdb.similarity.spaces;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What was measured before a client account changes to another embedding space: whether the new one is complete, whether
 * it finds much of what the old one finds, and, where judged queries were given, whether it finds the right assets as
 * well.
 *
 * <p>Different models disagree on neighbours, and rightly so: the overlap is a check for a model that is configured
 * wrongly, which finds nearly nothing of what another one does. Judged queries tell which is better.
 *
 * @param samples assets whose neighbours were compared
 * @param overlap mean share of an asset's ten nearest neighbours in the old space that are among its ten nearest in the new
 *     one, 0 to 1; empty without samples
 * @param judgedQueries that were asked in both spaces
 * @param fromNdcg mean nDCG@10 of the judged queries in the old space, 0 to 1; empty without them
 * @param toNdcg likewise in the new one
 * @param due assets that are not embedded in the new space as they are
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
     * What is asked of the new space.
     *
     * @param minimumOverlap 0 to 1
     * @param toleratedLoss of mean nDCG@10, 0 to 1
     */
    public record Gate(double minimumOverlap, double toleratedLoss) {
        public Gate {
            if (!(minimumOverlap >= 0 && minimumOverlap <= 1) || !(toleratedLoss >= 0 && toleratedLoss <= 1)) {
                throw new IllegalArgumentException(
                        "overlap and loss are 0 to 1: " + minimumOverlap + ", " + toleratedLoss);
            }
        }
    }

    /** Whether nothing speaks against the new space. */
    public boolean passed() {
        return due == 0
                && (overlap.isEmpty() || overlap.getAsDouble() >= gate.minimumOverlap())
                && (fromNdcg.isEmpty()
                        || toNdcg.isEmpty()
                        || toNdcg.getAsDouble() >= fromNdcg.getAsDouble() - gate.toleratedLoss());
    }
}
