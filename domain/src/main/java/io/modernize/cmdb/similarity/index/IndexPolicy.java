package io.modernize.cmdb.similarity.index;

import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexState.Built;

/**
 * Decides when a client account gets an index of its own, when the index is rebuilt, and when it is dropped. An index
 * is dropped at half the number of rows at which it was built. A client account near the border therefore does not gain
 * and lose its index in turn.
 *
 * @param parameters the parameters of new indexes
 */
public record IndexPolicy(Thresholds thresholds, HnswParameters parameters) {

    /**
     * The numbers at which decisions change.
     *
     * @param promoteRows the number of embedded assets from which a client account gets an index; at least 1
     * @param minimumTailRows the number of rows that are not indexed below which no index is rebuilt, whatever their
     *     share
     * @param tailShare a share of the index's rows; if more rows are not indexed, the index is rebuilt
     * @param deadShare a share of the index's rows; if more entries are dead, the index is rebuilt
     */
    public record Thresholds(long promoteRows, long minimumTailRows, double tailShare, double deadShare) {
        private static final long MINIMUM_TAIL_ROWS = 2_000;
        private static final double TAIL_SHARE = 0.2;
        private static final double DEAD_SHARE = 0.2;

        public Thresholds {
            if (promoteRows < 1 || minimumTailRows < 0 || !(tailShare > 0) || !(deadShare > 0)) {
                throw new IllegalArgumentException("thresholds of an index are positive");
            }
        }

        /** The defaults, with this number of rows for a first index. */
        public static Thresholds promotingAt(long rows) {
            return new Thresholds(rows, MINIMUM_TAIL_ROWS, TAIL_SHARE, DEAD_SHARE);
        }

        /**
         * The defaults for vectors of so many dimensions. A first index is built where comparing every row takes some
         * five milliseconds. A row costs 1 µs and, at 1,536 dimensions, as much again for its values, while an HNSW
         * scan takes a millisecond or two at any size. Below that, a graph saves too little to be paid for at every
         * write. This gives 4,000 rows at 384 dimensions and 2,500 at 1,536.
         */
        public static Thresholds forDimensions(int dimensions) {
            return promotingAt(Math.round(5_000 / (1 + dimensions / 1_536.0)));
        }
    }

    public IndexAction decide(IndexState state) {
        Built built = state.built();
        if (built == null) {
            return state.totalRows() >= thresholds.promoteRows()
                    ? new IndexAction.Build(BuildReason.GROWN)
                    : new IndexAction.Keep();
        }
        if (2 * state.totalRows() < thresholds.promoteRows()) {
            return new IndexAction.Drop();
        }
        if (!built.parameters().equals(parameters)) {
            return new IndexAction.Build(BuildReason.OTHER_PARAMETERS);
        }
        if (state.tailRows() > Math.max(thresholds.minimumTailRows(), thresholds.tailShare() * built.rows())) {
            return new IndexAction.Build(BuildReason.LONG_TAIL);
        }
        if (state.deadRows() > thresholds.deadShare() * built.rows()) {
            return new IndexAction.Build(BuildReason.DEAD_ENTRIES);
        }
        return new IndexAction.Keep();
    }
}
