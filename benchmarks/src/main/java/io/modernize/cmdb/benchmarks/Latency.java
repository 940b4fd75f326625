package io.modernize.cmdb.benchmarks;

import java.util.List;

/**
 * The durations of searches one after another, in milliseconds.
 *
 * @param runs the number of measured searches
 * @param lowestP95 the smallest 95th percentile of one round
 * @param highestP95 the largest
 */
record Latency(int runs, double p50, double p95, double p99, double lowestP95, double highestP95) {

    static Latency of(List<Percentiles> rounds) {
        Percentiles all = new Percentiles();
        rounds.forEach(all::addAll);
        return new Latency(
                all.count(),
                all.milliseconds(0.5),
                all.milliseconds(0.95),
                all.milliseconds(0.99),
                rounds.stream()
                        .filter(round -> round.count() > 0)
                        .mapToDouble(round -> round.milliseconds(0.95))
                        .min()
                        .orElse(Double.NaN),
                rounds.stream()
                        .filter(round -> round.count() > 0)
                        .mapToDouble(round -> round.milliseconds(0.95))
                        .max()
                        .orElse(Double.NaN));
    }
}
