package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges the results of searches, and their speed beside others. */
final class SearchBars {
    private static final double RECALL = 0.99;
    private static final double PEER_RECALL = 0.95;
    private static final double EQUAL_RECALL = 0.005;
    private static final Set<WorkloadKind> AGAINST_PEERS = Set.of(WorkloadKind.B, WorkloadKind.C_100K, WorkloadKind.C);

    private final WorkloadReport report;
    private final List<Bar> bars = new ArrayList<>();

    private SearchBars(WorkloadReport report) {
        this.report = report;
    }

    static List<Bar> of(WorkloadReport report) {
        List<Measurement> ours = report.searchesBy(ServiceContestant.USE_CASE);
        SearchBars bars = new SearchBars(report);
        if (!ours.isEmpty()) {
            bars.judge(ours);
        }
        return bars.bars;
    }

    private void judge(List<Measurement> ours) {
        judgeAnswers(ours);
        if (report.kind() == WorkloadKind.A) {
            judgeOverhead(ServiceContestant.USE_CASE, 1.5);
            judgeOverhead(ServiceContestant.HTTP, 2.5);
        }
        if (AGAINST_PEERS.contains(report.kind())) {
            judgeAgainstGoodPeers(ours);
            judgeAgainstFastestPeer(ours, SearchBars::isPeer, 1.3, "fastest peer");
        }
        if (report.kind() == WorkloadKind.SINGLE) {
            judgeAgainstFastestPeer(ours, name -> name.startsWith("Original"), 1.2, "original design's fastest");
        }
    }

    private void judgeAnswers(List<Measurement> ours) {
        Measurement worst = ours.stream()
                .min(Comparator.comparingDouble(Measurement::recall))
                .orElseThrow();
        add(
                "recall at least %.2f in every band and selectivity".formatted(RECALL),
                "%.4f, %s".formatted(worst.recall(), worst.place()),
                worst.recall() >= RECALL);
        int shortAnswers = ours.stream().mapToInt(Measurement::shortAnswers).sum();
        add("as many rows as were asked for, or all there are", shortAnswers + " short answers", shortAnswers == 0);
    }

    private void judgeOverhead(String system, double limit) {
        Comparison.worst(report.searchesBy(system), measurement -> same(measurement, ServiceContestant.STATEMENT))
                .ifPresent(worst -> add(
                        "p95 of \"%s\" at most %.1f x the bare statement's".formatted(system, limit),
                        worst.text(),
                        worst.ratio() <= limit));
    }

    /**
     * Judges how much faster ours is than the fastest peer configuration that finds nearly everything in every band.
     */
    private void judgeAgainstGoodPeers(List<Measurement> ours) {
        List<String> good = report.searches().stream()
                .map(Measurement::system)
                .distinct()
                .filter(SearchBars::isPeer)
                .filter(peer -> report.searchesBy(peer).stream()
                        .filter(measurement -> measurement.selectivity() == Selectivity.ALL)
                        .allMatch(measurement -> measurement.recall() >= PEER_RECALL))
                .toList();
        String promise = "p95 at least 3 x better than any peer configuration that holds recall 0.95 in every band";
        if (good.isEmpty()) {
            if (report.searches().stream().anyMatch(measurement -> isPeer(measurement.system()))) {
                add(promise, "no peer configuration holds it", true);
            }
            return;
        }
        List<Measurement> unfiltered = ours.stream()
                .filter(measurement -> measurement.selectivity() == Selectivity.ALL)
                .toList();
        Comparison.worst(unfiltered, measurement -> fastest(measurement, good::contains, 0))
                .ifPresent(worst -> add(
                        promise,
                        "%.2f x better, %s, than %s"
                                .formatted(
                                        1 / worst.ratio(),
                                        worst.ours().place(),
                                        worst.other().system()),
                        1 / worst.ratio() >= 3));
    }

    private void judgeAgainstFastestPeer(List<Measurement> ours, Predicate<String> peers, double limit, String whose) {
        Comparison.worst(ours, measurement -> fastest(measurement, peers, measurement.recall() - EQUAL_RECALL))
                .ifPresent(worst -> add(
                        "p95 at most %.1f x the %s at equal recall, in every band and selectivity"
                                .formatted(limit, whose),
                        worst.text() + ", against " + worst.other().system(),
                        worst.ratio() <= limit));
    }

    private static boolean isPeer(String system) {
        return !system.startsWith("Ours");
    }

    private Optional<Measurement> same(Measurement cell, String system) {
        return inCell(cell)
                .filter(measurement -> measurement.system().equals(system))
                .findFirst();
    }

    private Optional<Measurement> fastest(Measurement cell, Predicate<String> systems, double recall) {
        return inCell(cell)
                .filter(measurement -> systems.test(measurement.system()))
                .filter(measurement -> measurement.recall() >= recall)
                .min(Comparator.comparingDouble(
                        measurement -> measurement.sequential().p95()));
    }

    private Stream<Measurement> inCell(Measurement cell) {
        return report.searches().stream()
                .filter(measurement ->
                        measurement.band().equals(cell.band()) && measurement.selectivity() == cell.selectivity());
    }

    private void add(String promise, String measured, boolean passed) {
        bars.add(Bar.of(report, promise, measured, passed));
    }
}
