package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges how large the data is, how long its indexes take to build, and how fast rows are written. */
final class StorageBars {
    private final WorkloadReport report;
    private final List<Bar> bars = new ArrayList<>();

    private StorageBars(WorkloadReport report) {
        this.report = report;
    }

    static List<Bar> of(WorkloadReport report) {
        StorageBars bars = new StorageBars(report);
        if (report.kind() != WorkloadKind.WRITES && report.kind() != WorkloadKind.MIXED) {
            bars.judgeSizes();
        }
        bars.judgeWrites();
        return bars.bars;
    }

    private void judgeSizes() {
        Optional<LoadReport> ours = load(ServiceContestant.NAME);
        Optional<LoadReport> original = load(OriginalContestant.NAME);
        if (ours.isEmpty() || original.isEmpty()) {
            return;
        }
        double bytes = (double) ours.get().bytes() / original.get().bytes();
        add("bytes at most 55 % of the original design's", "%.1f %%".formatted(100 * bytes), bytes <= 0.55);
        double faster = original.get().indexSeconds() / ours.get().indexSeconds();
        add(
                "index build at least 2 x faster than the original design's",
                ours.get().indexSeconds() == 0 ? "nothing to build" : "%.2f x".formatted(faster),
                faster >= 2);
    }

    private void judgeWrites() {
        Optional<WriteMeasurement> bulk = write(ServiceContestant.WRITES_SMALL);
        Optional<WriteMeasurement> copy = write(ServiceContestant.COPY_OURS);
        if (bulk.isEmpty() || copy.isEmpty()) {
            return;
        }
        double share = bulk.get().perSecond() / copy.get().perSecond();
        add("bulk insert at least 0.5 x plain COPY", "%.2f x".formatted(share), share >= 0.5);
        report.writes().stream()
                .filter(write -> hasLiveHnsw(write.system()))
                .max(Comparator.comparingDouble(WriteMeasurement::perSecond))
                .ifPresent(peer -> {
                    double ratio = bulk.get().perSecond() / peer.perSecond();
                    add(
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

    private Optional<LoadReport> load(String system) {
        return report.loads().stream()
                .filter(load -> load.system().equals(system))
                .findFirst();
    }

    private Optional<WriteMeasurement> write(String system) {
        return report.writes().stream()
                .filter(write -> write.system().equals(system))
                .findFirst();
    }

    private void add(String promise, String measured, boolean passed) {
        bars.add(Bar.of(report, promise, measured, passed));
    }
}
