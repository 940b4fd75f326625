package io.modernize.cmdb.benchmarks;

/**
 * Searches while rows are inserted, changed and deleted.
 *
 * @param writesPerSecond rows written in that time; the rate asked for is the same for all
 * @param recallAfterwards against the rows that are there when the writes have stopped
 * @param shortAnswers searches during the writes to which fewer rows came back than were asked for
 */
record MixedMeasurement(
        String system,
        Band band,
        double writesPerSecond,
        Latency searches,
        double recallAfterwards,
        int shortAnswers) {}
