package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares the figures with the promises of the service. What was not measured is not judged. */
final class Bars {
    private static final double SAME_SIZE = 0.25;

    private Bars() {}

    static List<Bar> of(List<WorkloadReport> reports) {
        List<Bar> bars = new ArrayList<>();
        for (WorkloadReport report : reports) {
            bars.addAll(SearchBars.of(report));
            rowLevelSecurity(report).ifPresent(bars::add);
            bars.addAll(StorageBars.of(report));
        }
        growth(reports).ifPresent(bars::add);
        return bars;
    }

    private static Optional<Bar> growth(List<WorkloadReport> reports) {
        Optional<WorkloadReport> small = reports.stream()
                .filter(report -> report.kind() == WorkloadKind.C_100K)
                .findFirst();
        Optional<WorkloadReport> large = reports.stream()
                .filter(report -> report.kind() == WorkloadKind.C)
                .findFirst();
        if (small.isEmpty() || large.isEmpty()) {
            return Optional.empty();
        }
        return Comparison.worst(
                        large.get().searchesBy(ServiceContestant.USE_CASE),
                        measurement -> small.get().searchesBy(ServiceContestant.USE_CASE).stream()
                                .filter(other -> other.selectivity() == measurement.selectivity())
                                .filter(other -> Math.abs(other.band().rows()
                                                - measurement.band().rows())
                                        <= SAME_SIZE * measurement.band().rows())
                                .findFirst())
                .map(worst -> Bar.of(
                        large.get(),
                        "p95 at most 1.3 x that of a client of the same size among a tenth of the rows",
                        worst.text(),
                        worst.ratio() <= 1.3));
    }

    private static Optional<Bar> rowLevelSecurity(WorkloadReport report) {
        return report.rowLevelSecurity().stream()
                .max(Comparator.comparingDouble(one -> one.withPolicies() / one.withoutPolicies()))
                .map(worst -> {
                    double ratio = worst.withPolicies() / worst.withoutPolicies();
                    return Bar.of(
                            report,
                            "row-level security adds at most 10 % to the server's time",
                            "%.3f x, %s, %s"
                                    .formatted(
                                            ratio,
                                            worst.band().label(),
                                            worst.selectivity().label()),
                            ratio <= 1.10);
                });
    }
}
