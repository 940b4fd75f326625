package io.modernize.cmdb.similarity.index.application;

import java.time.Duration;
import java.util.List;

/**
 * The times of searches.
 *
 * @param micros the times in ascending order, in microseconds
 */
record Latencies(long[] micros) {
    static Latencies of(List<Duration> took) {
        // A system clock may be set back while a query runs.
        return new Latencies(took.stream()
                .mapToLong(duration -> Math.max(0, duration.toNanos() / 1_000))
                .sorted()
                .toArray());
    }

    /** The percentile by the method of the nearest rank. */
    long percentile(int percent) {
        return micros[(int) Math.ceil(percent / 100.0 * micros.length) - 1];
    }
}
