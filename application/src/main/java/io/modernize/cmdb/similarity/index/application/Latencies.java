package io.modernize.cmdb.similarity.index.application;

import java.time.Duration;
import java.util.List;

/**
 * How long searches took.
 *
 * @param micros ascending, in microseconds
 */
record Latencies(long[] micros) {
    static Latencies of(List<Duration> took) {
        // A system clock may be set back while a query runs.
        return new Latencies(took.stream()
                .mapToLong(duration -> Math.max(0, duration.toNanos() / 1_000))
                .sorted()
                .toArray());
    }

    /** Nearest rank. */
    long percentile(int percent) {
        return micros[(int) Math.ceil(percent / 100.0 * micros.length) - 1];
    }
}
