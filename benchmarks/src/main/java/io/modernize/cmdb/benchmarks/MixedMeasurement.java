package io.modernize.cmdb.benchmarks;

/**
 * A measurement of searches while rows are inserted, changed and deleted.
 *
 * @param writesPerSecond the rows written in that time; all systems are asked for the same rate
 * @param recallAfterwards the recall against the rows that are there after the writes
 * @param shortAnswers the searches during the writes to which fewer rows came back than were asked for
 */
record MixedMeasurement(
        String system,
        Band band,
        double writesPerSecond,
        Latency searches,
        double recallAfterwards,
        int shortAnswers) {}
