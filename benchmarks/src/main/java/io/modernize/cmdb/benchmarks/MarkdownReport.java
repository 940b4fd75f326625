package io.modernize.cmdb.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a run as tables for people. */
final class MarkdownReport {
    private final MarkdownText text = new MarkdownText();

    private MarkdownReport() {}

    static String of(RunReport run) {
        MarkdownReport report = new MarkdownReport();
        report.text.line("# Benchmark%s".formatted(run.quick() ? " (quick: small data, few questions)" : ""));
        report.text.line("");
        run.environment().forEach((name, value) -> report.text.line("- " + name + ": " + value));
        report.text.line("- took: %.0f s".formatted(run.seconds()));
        run.workloads().forEach(report::workload);
        report.bars(run.bars());
        return report.text.toString();
    }

    private void workload(WorkloadReport report) {
        text.line("");
        text.line("## Workload %s: %,d rows of %d dimensions, %,d clients, top %d"
                .formatted(report.kind().label(), report.rows(), report.dimensions(), report.clients(), report.topK()));
        loads(report.loads());
        Map<String, List<Measurement>> cells = report.searches().stream()
                .collect(Collectors.groupingBy(
                        measurement -> measurement.band().label() + ", filter of "
                                + measurement.selectivity().label(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        cells.forEach(this::cell);
        overhead(report);
        writes(report.writes());
        mixed(report.mixed());
    }

    private void loads(List<LoadReport> loads) {
        Optional<LoadReport> original = loads.stream()
                .filter(load -> load.system().equals(OriginalContestant.NAME))
                .findFirst();
        text.table(
                "| system | COPY s | vector index s | table MB | vector index MB | other indexes MB | all MB | of the"
                        + " original |");
        for (LoadReport load : loads) {
            text.line("| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %s |"
                    .formatted(
                            load.system(),
                            load.copySeconds(),
                            load.indexSeconds(),
                            megabytes(load.tableBytes()),
                            megabytes(load.vectorIndexBytes()),
                            megabytes(load.otherIndexBytes()),
                            megabytes(load.bytes()),
                            original.map(other -> "%.0f %%".formatted(100.0 * load.bytes() / other.bytes()))
                                    .orElse("")));
        }
    }

    private void cell(String title, List<Measurement> measurements) {
        boolean concurrent = measurements.stream().anyMatch(measurement -> measurement.concurrent() != null);
        text.line("");
        text.line(
                "### %s (%d questions)".formatted(title, measurements.getFirst().questions()));
        text.table("| system | recall | rows | p50 ms | p95 ms (rounds) | p99 ms | runs |"
                + (concurrent ? " searches/s at %d threads (rounds) | p95 ms |".formatted(Effort.THREADS) : ""));
        for (Measurement one : measurements) {
            Latency latency = one.sequential();
            String row = "| %s | %.3f | %.1f of %.1f | %.2f | %.2f (%.2f to %.2f) | %.2f | %d%s |"
                    .formatted(
                            one.system(),
                            one.recall(),
                            one.rowsReturned(),
                            one.rowsExpected(),
                            latency.p50(),
                            latency.p95(),
                            latency.lowestP95(),
                            latency.highestP95(),
                            latency.p99(),
                            latency.runs(),
                            one.cutShort() ? ", out of time" : "");
            Throughput throughput = one.concurrent();
            if (concurrent && throughput != null) {
                row += " %.0f (%.0f to %.0f) | %.2f |"
                        .formatted(throughput.perSecond(), throughput.lowest(), throughput.highest(), throughput.p95());
            }
            text.line(row);
        }
    }

    private void overhead(WorkloadReport report) {
        List<Measurement> statements = report.searches().stream()
                .filter(measurement -> measurement.system().equals(ServiceContestant.STATEMENT))
                .toList();
        if (statements.isEmpty()) {
            return;
        }
        text.line("");
        text.line("### What the layers cost: p95 and p50 as multiples of the bare statement's, and row-level security");
        text.table("| cell | use case p95 | p50 | HTTP p95 | p50 | server ms without policies | with |");
        for (Measurement statement : statements) {
            text.line("| %s, %s | %s | %s | %s |"
                    .formatted(
                            statement.band().label(),
                            statement.selectivity().label(),
                            ratios(report, statement, ServiceContestant.USE_CASE),
                            ratios(report, statement, ServiceContestant.HTTP),
                            report.rowLevelSecurity().stream()
                                    .filter(one -> one.band().equals(statement.band())
                                            && one.selectivity() == statement.selectivity())
                                    .findFirst()
                                    .map(one -> "%.3f | %.3f".formatted(one.withoutPolicies(), one.withPolicies()))
                                    .orElse(" | ")));
        }
    }

    private static String ratios(WorkloadReport report, Measurement statement, String system) {
        return report.searches().stream()
                .filter(one -> one.system().equals(system)
                        && one.band().equals(statement.band())
                        && one.selectivity() == statement.selectivity())
                .findFirst()
                .map(one -> "%.2f | %.2f"
                        .formatted(
                                one.sequential().p95() / statement.sequential().p95(),
                                one.sequential().p50() / statement.sequential().p50()))
                .orElse(" | ");
    }

    private void writes(List<WriteMeasurement> writes) {
        if (writes.isEmpty()) {
            return;
        }
        Optional<WriteMeasurement> copy = writes.stream()
                .filter(write -> write.system().equals(ServiceContestant.COPY_OURS))
                .findFirst();
        text.table("| into | rows | rows/s (rounds) | of COPY into our table |");
        for (WriteMeasurement write : writes) {
            text.line("| %s | %,d | %,.0f (%,.0f to %,.0f) | %s |"
                    .formatted(
                            write.system(),
                            write.rows(),
                            write.perSecond(),
                            write.lowest(),
                            write.highest(),
                            copy.map(limit -> "%.3f".formatted(write.perSecond() / limit.perSecond()))
                                    .orElse("")));
        }
    }

    private void mixed(List<MixedMeasurement> measurements) {
        if (measurements.isEmpty()) {
            return;
        }
        text.table(
                "| system | client | writes/s | searches | p50 ms | p95 ms (rounds) | p99 ms | short answers | recall"
                        + " afterwards |");
        for (MixedMeasurement one : measurements) {
            Latency latency = one.searches();
            text.line("| %s | %s | %.0f | %d | %.2f | %.2f (%.2f to %.2f) | %.2f | %d | %.3f |"
                    .formatted(
                            one.system(),
                            one.band().label(),
                            one.writesPerSecond(),
                            latency.runs(),
                            latency.p50(),
                            latency.p95(),
                            latency.lowestP95(),
                            latency.highestP95(),
                            latency.p99(),
                            one.shortAnswers(),
                            one.recallAfterwards()));
        }
    }

    private void bars(List<Bar> bars) {
        if (bars.isEmpty()) {
            return;
        }
        text.line("");
        text.line("## Bars");
        text.table("| workload | promise | measured | |");
        for (Bar bar : bars) {
            text.line("| %s | %s | %s | %s |"
                    .formatted(bar.workload(), bar.promise(), bar.measured(), bar.passed() ? "PASS" : "MISS"));
        }
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
