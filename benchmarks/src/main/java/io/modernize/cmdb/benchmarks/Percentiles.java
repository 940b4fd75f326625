package io.modernize.cmdb.benchmarks;

import java.util.Arrays;

/** Collects durations in nanoseconds and sums them up in milliseconds. It is not safe for use by several threads. */
public final class Percentiles {
    private long[] nanoseconds = new long[64];
    private int count;

    /** Adds a duration in nanoseconds. */
    public void add(long duration) {
        if (count == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, count * 2);
        }
        nanoseconds[count++] = duration;
    }

    void addAll(Percentiles others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanoseconds[i]);
        }
    }

    /** How many durations there are. */
    public int count() {
        return count;
    }

    /**
     * The percentile by the nearest-rank method, in milliseconds: the smallest value that at least this share of all
     * values does not exceed. NaN without values.
     *
     * @param share the share, 0.5 for the median
     */
    public double milliseconds(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanoseconds, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return sorted[Math.clamp(rank - 1, 0, count - 1)] / 1e6;
    }
}
