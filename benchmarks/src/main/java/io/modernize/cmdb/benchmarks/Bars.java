package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges the figures by what the service promises. Where something was not measured, nothing is judged. */
final class Bars {
    private static final double RECALL = 0.99;
    private static final double PEER_RECALL = 0.95;
    private static final double EQUAL_RECALL = 0.005;
    private static final double SAME_SIZE = 0.25;
    private static final Set<WorkloadKind> AGAINST_PEERS = Set.of(WorkloadKind.B, WorkloadKind.C_100K, WorkloadKind.C);

    private final List<WorkloadReport> reports;
    private final List<Bar> bars = new ArrayList<>();

    private Bars(List<WorkloadReport> reports) {
        this.reports = reports;
    }

    static List<Bar> of(List<WorkloadReport> reports) {
        Bars bars = new Bars(reports);
        for (WorkloadReport report : reports) {
            bars.judge(report);
        }
        bars.judgeGrowth();
        return bars.bars;
    }

    private void judge(WorkloadReport report) {
        List<Measurement> ours = of(report, ServiceContestant.USE_CASE);
        if (!ours.isEmpty()) {
            judgeAnswers(report, ours);
            if (report.kind() == WorkloadKind.A) {
                judgeOverhead(report, ServiceContestant.USE_CASE, 1.5);
                judgeOverhead(report, ServiceContestant.HTTP, 2.5);
            }
            if (AGAINST_PEERS.contains(report.kind())) {
                judgeAgainstGoodPeers(report, ours);
                judgeAgainstFastestPeer(report, ours, Bars::isPeer, 1.3, "fastest peer");
            }
            if (report.kind() == WorkloadKind.SINGLE) {
                judgeAgainstFastestPeer(
                        report, ours, name -> name.startsWith("Original"), 1.2, "original design's fastest");
            }
        }
        judgeRowLevelSecurity(report);
        if (report.kind() != WorkloadKind.WRITES && report.kind() != WorkloadKind.MIXED) {
            judgeSizes(report);
        }
        judgeWrites(report);
    }

    private void judgeAnswers(WorkloadReport report, List<Measurement> ours) {
        Measurement worst = ours.stream()
                .min(Comparator.comparingDouble(Measurement::recall))
                .orElseThrow();
        add(
                report,
                "recall at least %.2f in every band and selectivity".formatted(RECALL),
                "%.4f, %s".formatted(worst.recall(), place(worst)),
                worst.recall() >= RECALL);
        int shortAnswers = ours.stream().mapToInt(Measurement::shortAnswers).sum();
        add(
                report,
                "as many rows as were asked for, or all there are",
                shortAnswers + " short answers",
                shortAnswers == 0);
    }

    private void judgeOverhead(WorkloadReport report, String system, double limit) {
        worstRatio(of(report, system), measurement -> same(report, measurement, ServiceContestant.STATEMENT))
                .ifPresent(worst -> add(
                        report,
                        "p95 of \"%s\" at most %.1f x the bare statement's".formatted(system, limit),
                        worst.text(),
                        worst.ratio <= limit));
    }

    /** By how much ours is faster than the fastest peer configuration that finds nearly everything in every band. */
    private void judgeAgainstGoodPeers(WorkloadReport report, List<Measurement> ours) {
        List<String> good = report.searches().stream()
                .map(Measurement::system)
                .distinct()
                .filter(Bars::isPeer)
                .filter(peer -> of(report, peer).stream()
                        .filter(measurement -> measurement.selectivity() == Selectivity.ALL)
                        .allMatch(measurement -> measurement.recall() >= PEER_RECALL))
                .toList();
        String promise = "p95 at least 3 x better than any peer configuration that holds recall 0.95 in every band";
        if (good.isEmpty()) {
            if (report.searches().stream().anyMatch(measurement -> isPeer(measurement.system()))) {
                add(report, promise, "no peer configuration holds it", true);
            }
            return;
        }
        List<Measurement> unfiltered = ours.stream()
                .filter(measurement -> measurement.selectivity() == Selectivity.ALL)
                .toList();
        worstRatio(unfiltered, measurement -> fastest(report, measurement, good::contains, 0))
                .ifPresent(worst -> add(
                        report,
                        promise,
                        "%.2f x better, %s, than %s"
                                .formatted(1 / worst.ratio, place(worst.ours), worst.other.system()),
                        1 / worst.ratio >= 3));
    }

    private void judgeAgainstFastestPeer(
            WorkloadReport report, List<Measurement> ours, Predicate<String> peers, double limit, String whose) {
        worstRatio(ours, measurement -> fastest(report, measurement, peers, measurement.recall() - EQUAL_RECALL))
                .ifPresent(worst -> add(
                        report,
                        "p95 at most %.1f x the %s at equal recall, in every band and selectivity"
                                .formatted(limit, whose),
                        worst.text() + ", against " + worst.other.system(),
                        worst.ratio <= limit));
    }

    private void judgeGrowth() {
        Optional<WorkloadReport> small = reports.stream()
                .filter(report -> report.kind() == WorkloadKind.C_100K)
                .findFirst();
        Optional<WorkloadReport> large = reports.stream()
                .filter(report -> report.kind() == WorkloadKind.C)
                .findFirst();
        if (small.isEmpty() || large.isEmpty()) {
            return;
        }
        worstRatio(
                        of(large.get(), ServiceContestant.USE_CASE),
                        measurement -> of(small.get(), ServiceContestant.USE_CASE).stream()
                                .filter(other -> other.selectivity() == measurement.selectivity())
                                .filter(other -> Math.abs(other.band().rows()
                                                - measurement.band().rows())
                                        <= SAME_SIZE * measurement.band().rows())
                                .findFirst())
                .ifPresent(worst -> add(
                        large.get(),
                        "p95 at most 1.3 x that of a client of the same size among a tenth of the rows",
                        worst.text(),
                        worst.ratio <= 1.3));
    }

    private void judgeRowLevelSecurity(WorkloadReport report) {
        report.rowLevelSecurity().stream()
                .max(Comparator.comparingDouble(one -> one.withPolicies() / one.withoutPolicies()))
                .ifPresent(worst -> {
                    double ratio = worst.withPolicies() / worst.withoutPolicies();
                    add(
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

    private void judgeSizes(WorkloadReport report) {
        Optional<LoadReport> ours = load(report, ServiceContestant.NAME);
        Optional<LoadReport> original = load(report, OriginalContestant.NAME);
        if (ours.isEmpty() || original.isEmpty()) {
            return;
        }
        double bytes = (double) ours.get().bytes() / original.get().bytes();
        add(report, "bytes at most 55 % of the original design's", "%.1f %%".formatted(100 * bytes), bytes <= 0.55);
        double faster = original.get().indexSeconds() / ours.get().indexSeconds();
        add(
                report,
                "index build at least 2 x faster than the original design's",
                ours.get().indexSeconds() == 0 ? "nothing to build" : "%.2f x".formatted(faster),
                faster >= 2);
    }

    private void judgeWrites(WorkloadReport report) {
        Optional<WriteMeasurement> bulk = write(report, ServiceContestant.WRITES_SMALL);
        Optional<WriteMeasurement> copy = write(report, ServiceContestant.COPY_OURS);
        if (bulk.isEmpty() || copy.isEmpty()) {
            return;
        }
        double share = bulk.get().perSecond() / copy.get().perSecond();
        add(report, "bulk insert at least 0.5 x plain COPY", "%.2f x".formatted(share), share >= 0.5);
        report.writes().stream()
                .filter(write -> hasLiveHnsw(write.system()))
                .max(Comparator.comparingDouble(WriteMeasurement::perSecond))
                .ifPresent(peer -> {
                    double ratio = bulk.get().perSecond() / peer.perSecond();
                    add(
                            report,
                            "bulk insert at least 10 x any peer with a live HNSW index",
                            "%.1f x %s".formatted(ratio, peer.system()),
                            ratio >= 10);
                });
    }

    private static boolean hasLiveHnsw(String system) {
        return system.equals("Spring AI")
                || system.equals(OriginalContestant.NAME)
                || system.equals(LangChain4jContestant.Variant.COLUMNS_HNSW.label());
    }

    private static boolean isPeer(String system) {
        return !system.startsWith("Ours");
    }

    private static List<Measurement> of(WorkloadReport report, String system) {
        return report.searches().stream()
                .filter(measurement -> measurement.system().equals(system))
                .toList();
    }

    private static Optional<Measurement> same(WorkloadReport report, Measurement cell, String system) {
        return inCell(report, cell)
                .filter(measurement -> measurement.system().equals(system))
                .findFirst();
    }

    private static Optional<Measurement> fastest(
            WorkloadReport report, Measurement cell, Predicate<String> systems, double recall) {
        return inCell(report, cell)
                .filter(measurement -> systems.test(measurement.system()))
                .filter(measurement -> measurement.recall() >= recall)
                .min(Comparator.comparingDouble(
                        measurement -> measurement.sequential().p95()));
    }

    private static Stream<Measurement> inCell(WorkloadReport report, Measurement cell) {
        return report.searches().stream()
                .filter(measurement ->
                        measurement.band().equals(cell.band()) && measurement.selectivity() == cell.selectivity());
    }

    private static Optional<Comparison> worstRatio(
            List<Measurement> ours, Function<Measurement, Optional<Measurement>> other) {
        return ours.stream()
                .flatMap(measurement -> other
                        .apply(measurement)
                        .map(found -> new Comparison(measurement, found, ratio(measurement, found)))
                        .stream())
                .max(Comparator.comparingDouble(comparison -> comparison.ratio));
    }

    private static double ratio(Measurement ours, Measurement other) {
        return ours.sequential().p95() / other.sequential().p95();
    }

    private static Optional<LoadReport> load(WorkloadReport report, String system) {
        return report.loads().stream()
                .filter(load -> load.system().equals(system))
                .findFirst();
    }

    private static Optional<WriteMeasurement> write(WorkloadReport report, String system) {
        return report.writes().stream()
                .filter(write -> write.system().equals(system))
                .findFirst();
    }

    private static String place(Measurement measurement) {
        return measurement.band().label() + ", " + measurement.selectivity().label();
    }

    private void add(WorkloadReport report, String promise, String measured, boolean passed) {
        bars.add(new Bar(report.kind().label(), promise, measured, passed));
    }

    /** The cell in which ours compares worst. */
    private record Comparison(Measurement ours, Measurement other, double ratio) {
        String text() {
            return "%.2f x (%.2f ms and %.2f ms), %s"
                    .formatted(
                            ratio, ours.sequential().p95(), other.sequential().p95(), place(ours));
        }
    }
}
