package io.modernize.cmdb.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One system in one cell: a client size and a selectivity.
 *
 * @param recall mean over all questions, 0 to 1
 * @param lowestRecall of the worst question
 * @param rowsReturned mean
 * @param rowsExpected mean: as many as were asked for, or all there are
 * @param shortAnswers questions to which fewer rows came back than exist
 * @param cutShort whether the time allowed for the cell ran out before every question was asked in every round
 * @param concurrent null where it was not measured
 */
record Measurement(
        String system,
        Band band,
        Selectivity selectivity,
        int questions,
        double recall,
        double lowestRecall,
        double rowsReturned,
        double rowsExpected,
        int shortAnswers,
        Latency sequential,
        @Nullable Throughput concurrent,
        boolean cutShort) {
    /** The cell, for people. */
    String place() {
        return band.label() + ", " + selectivity.label();
    }
}
