package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.benchmarks.MarkdownText;
import io.modernize.cmdb.benchmarks.Percentiles;
import io.modernize.cmdb.testsupport.attacks.Attack;
import io.modernize.cmdb.testsupport.attacks.Tally;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures as tables, and the bars with their results. */
final class NeighbourReport {
    static final String TOGETHER = "all together";
    static final String DOUBLED = "all, of two client accounts";

    private static final double LEAST_BAR_MILLIS = 150;
    private static final double MOST_IMPORT_SECONDS = 5;
    private static final double MOST_HEALTH_MILLIS = 1_000;

    private final NeighbourOptions options;
    private final Map<String, String> environment;
    private final List<Attack> attacks;
    private final List<PhaseFigures> phases;
    private final List<String> leftOut;
    private final MarkdownText text = new MarkdownText();

    /**
     * A report of one run.
     *
     * @param phases the first one is the idle one
     * @param leftOut the attacks that were not made by themselves, because the time was up
     */
    NeighbourReport(
            NeighbourOptions options,
            Map<String, String> environment,
            List<Attack> attacks,
            List<PhaseFigures> phases,
            List<String> leftOut) {
        this.options = options;
        this.environment = environment;
        this.attacks = attacks;
        this.phases = phases;
        this.leftOut = leftOut;
    }

    String text(ServiceProcess service, double seconds) throws IOException {
        text.line("# One tenant beside another" + (options.quick() ? " (quick)" : ""));
        text.line("");
        text.line(("One tenant with %,d assets searches ten times a second (hybrid, ten hits, no question twice),"
            + " while another does what the table says, each for %d seconds. A duration counts from the moment when"
            + " the search was due; one that failed counts as 20 seconds at least. The service is the packaged one in"
            + " a process of its own with `%s` and the settings of production. The driver, the service, its model and"
            + " the database share the processors. The whole run took %.0f seconds.")
                .formatted(options.victimRows(), options.phase().toSeconds(), ServiceProcess.HEAP, seconds));
        text.line("");
        environment.forEach((name, value) -> text.line("- " + name + ": " + value));
        if (!leftOut.isEmpty()) {
            text.line("- not measured by themselves, because the time was up: " + String.join(", ", leftOut));
        }
        latencies();
        bars(service);
        answers();
        text.table("| Attack | What it does |");
        attacks.forEach(attack -> text.line("| " + attack.name() + " | " + attack.summary() + " |"));
        memory(service);
        return text.toString();
    }

    private void latencies() {
        text.table(
                "| What goes on | searches | p50 ms | p95 ms | p99 ms | p95 / idle | failures | import of three rows s"
                        + " | slowest health ms | failed probes | restarts | memory MB |");
        for (PhaseFigures phase : phases) {
            Percentiles durations = phase.searches().durations();
            text.line("| %s | %d | %.0f | %.0f | %.0f | %.1f | %s | %s | %.0f | %d | %d | %d |"
                    .formatted(
                            phase.name(),
                            durations.count(),
                            durations.milliseconds(0.5),
                            phase.p95(),
                            durations.milliseconds(0.99),
                            phase.p95() / idle(),
                            failures(phase),
                            seconds(phase.importSeconds()),
                            phase.slowestHealthMillis(),
                            phase.failedProbes(),
                            phase.restarts(),
                            phase.residentBytes() >> 20));
        }
    }

    private void bars(ServiceProcess service) {
        text.table("| What goes on | Bar | Measured | |");
        for (PhaseFigures phase : phases.subList(1, phases.size())) {
            int times = phase.name().equals(DOUBLED) ? 3 : 2;
            double most = Math.max(times * idle(), LEAST_BAR_MILLIS);
            bar(
                    phase,
                    "p95 at most the larger of %d x idle and %.0f ms: %.0f ms".formatted(times, LEAST_BAR_MILLIS, most),
                    "%.0f ms".formatted(phase.p95()),
                    phase.p95() <= most);
            bar(phase, "no search fails", phase.failures() + " failed", phase.failures() == 0);
            bar(
                    phase,
                    "the import of three rows ends within %.0f s".formatted(MOST_IMPORT_SECONDS),
                    Double.isInfinite(phase.importSeconds()) ? "never" : seconds(phase.importSeconds()) + " s",
                    phase.importSeconds() <= MOST_IMPORT_SECONDS);
            bar(
                    phase,
                    "health answers within %.0f ms".formatted(MOST_HEALTH_MILLIS),
                    "%.0f ms, %d failed".formatted(phase.slowestHealthMillis(), phase.failedProbes()),
                    phase.failedProbes() == 0 && phase.slowestHealthMillis() <= MOST_HEALTH_MILLIS);
        }
        text.line("| the whole run | the service runs in " + ServiceProcess.HEAP + " without a restart | "
                + service.restarts() + " restarts | " + verdict(service.restarts() == 0) + " |");
    }

    private void bar(PhaseFigures phase, String promise, String measured, boolean passed) {
        text.line("| " + phase.name() + " | " + promise + " | " + measured + " | " + verdict(passed) + " |");
    }

    private void answers() {
        text.table("| What went on | Attacker | What the attacker got |");
        for (PhaseFigures phase : phases) {
            phase.attackers()
                    .forEach((attacker, counts) ->
                            text.line("| " + phase.name() + " | " + attacker + " | " + listed(counts) + " |"));
        }
    }

    private void memory(ServiceProcess service) throws IOException {
        ProcessMemory.Heap heap = service.heap();
        text.line("");
        text.line(("The process had at most %d MB of memory (resident). Of the heap, at most %d MB were in use at the"
                        + " beginning of a collection, and at most %d MB at the end of one.")
                .formatted(service.largestResidentBytes() >> 20, heap.before(), heap.after()));
    }

    private double idle() {
        return phases.getFirst().p95();
    }

    private static String failures(PhaseFigures phase) {
        return phase.failures() == 0
                ? "0"
                : phase.searches().tally().counts().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(Tally.ANSWERED))
                        .map(entry -> entry.getValue() + " x " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String listed(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String seconds(double seconds) {
        return Double.isInfinite(seconds) ? "never" : "%.1f".formatted(seconds);
    }

    private static String verdict(boolean passed) {
        return passed ? "PASS" : "FAIL";
    }
}
