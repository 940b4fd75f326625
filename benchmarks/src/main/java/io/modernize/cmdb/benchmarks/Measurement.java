package io.modernize.cmdb.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One system in one cell: a client size and a selectivity.
 *
 * @param recall mean over all questions, 0 to 1
 * @param lowestRecall the recall of the worst question
 * @param rowsReturned mean
 * @param rowsExpected the mean number of rows that were asked for, or of all rows if there are fewer
 * @param shortAnswers the questions to which fewer rows came back than exist
 * @param cutShort whether the time allowed for the cell ran out before every question was asked in every round
 * @param concurrent null if it was not measured
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
    /** The name of the cell for people. */
    String place() {
        return band.label() + ", " + selectivity.label();
    }
}
