package io.modernize.cmdb.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two systems in the same cell.
 *
 * @param ratio the p95 of ours divided by the other's: below 1 ours is faster
 */
record Comparison(Measurement ours, Measurement other, double ratio) {
    /** The cell in which ours compares worst. Empty if nothing compares. */
    static Optional<Comparison> worst(List<Measurement> ours, Function<Measurement, Optional<Measurement>> other) {
        return ours.stream()
                .flatMap(measurement -> other
                        .apply(measurement)
                        .map(found -> new Comparison(measurement, found, ratio(measurement, found)))
                        .stream())
                .max(Comparator.comparingDouble(Comparison::ratio));
    }

    private static double ratio(Measurement ours, Measurement other) {
        return ours.sequential().p95() / other.sequential().p95();
    }

    String text() {
        return "%.2f x (%.2f ms and %.2f ms), %s"
                .formatted(ratio, ours.sequential().p95(), other.sequential().p95(), ours.place());
    }
}
