package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarsTests {
    private static final Band LARGE = new Band(0, 17_000);
    private static final Band SMALL = new Band(9, 540);
    private static final String EXACT = "LangChain4j, columns and b-trees";
    private static final String LOSSY = "Spring AI, as it comes";

    @Test
    void passesWhatHolds() {
        List<Bar> bars = Bars.of(List.of(report(
                WorkloadKind.B,
                measured(ServiceContestant.USE_CASE, LARGE, 0.995, 2),
                measured(EXACT, LARGE, 1, 7),
                measured(LOSSY, LARGE, 0.5, 1))));

        assertThat(bars).hasSize(4).allMatch(Bar::passed);
        assertThat(bars.get(2).measured()).startsWith("3.50 x better");
        assertThat(bars.get(3).measured()).startsWith("0.29 x").endsWith("against " + EXACT);
    }

    @Test
    void missesWhereASinglePlaceFails() {
        List<Bar> bars = Bars.of(List.of(report(
                WorkloadKind.B,
                measured(ServiceContestant.USE_CASE, LARGE, 0.995, 2),
                measured(ServiceContestant.USE_CASE, SMALL, 0.98, 2),
                measured(EXACT, LARGE, 1, 7),
                measured(EXACT, SMALL, 1, 1))));

        assertThat(bars).hasSize(4);
        assertThat(bars.get(0).passed()).isFalse();
        assertThat(bars.get(0).measured()).contains("540 rows");
        assertThat(bars.get(1).passed()).isTrue();
        assertThat(bars.get(2).passed()).isFalse();
        assertThat(bars.get(2).measured()).startsWith("0.50 x better");
        assertThat(bars.get(3).passed()).isFalse();
        assertThat(bars.get(3).measured()).startsWith("2.00 x");
    }

    @Test
    void countsNoPeerThatLosesRecallInOneBand() {
        List<Bar> bars = Bars.of(List.of(report(
                WorkloadKind.C,
                measured(ServiceContestant.USE_CASE, LARGE, 1, 2),
                measured(ServiceContestant.USE_CASE, SMALL, 1, 2),
                measured(LOSSY, LARGE, 0.96, 1),
                measured(LOSSY, SMALL, 0.4, 1))));

        assertThat(bars.get(2).measured()).isEqualTo("no peer configuration holds it");
        assertThat(bars.get(2).passed()).isTrue();
        assertThat(bars).hasSize(3);
    }

    @Test
    void comparesTheLayersWithTheStatement() {
        List<Bar> bars = Bars.of(List.of(report(
                WorkloadKind.A,
                measured(ServiceContestant.USE_CASE, LARGE, 1, 1.6),
                measured(ServiceContestant.HTTP, LARGE, 1, 2.4),
                measured(ServiceContestant.STATEMENT, LARGE, 1, 1))));

        assertThat(bars.stream().map(Bar::passed)).containsExactly(true, true, false, true);
    }

    @Test
    void comparesClientsOfTheSameSize() {
        List<Bar> bars = Bars.of(List.of(
                report(WorkloadKind.C_100K, measured(ServiceContestant.USE_CASE, new Band(1, 3_600), 1, 2)),
                report(
                        WorkloadKind.C,
                        measured(ServiceContestant.USE_CASE, LARGE, 1, 90),
                        measured(ServiceContestant.USE_CASE, new Band(40, 3_500), 1, 2.5))));

        assertThat(bars.getLast().promise()).contains("same size");
        assertThat(bars.getLast().measured()).startsWith("1.25 x");
        assertThat(bars.getLast().passed()).isTrue();
    }

    @Test
    void judgesBytesAndBuilds() {
        WorkloadReport report = new WorkloadReport(
                WorkloadKind.B,
                1,
                1,
                1,
                1,
                List.of(
                        new LoadReport(ServiceContestant.NAME, 1, 10, 50, 10, 0),
                        new LoadReport(OriginalContestant.NAME, 1, 15, 60, 40, 0)),
                List.of(),
                List.of(new RowLevelSecurity(LARGE, Selectivity.ALL, 1, 1.2)),
                List.of(),
                List.of());

        List<Bar> bars = Bars.of(List.of(report));

        assertThat(bars.stream().map(Bar::measured))
                .containsExactly("1.200 x, client with 17,000 rows, 100 %", "60.0 %", "1.50 x");
        assertThat(bars).noneMatch(Bar::passed);
    }

    @Test
    void judgesWrites() {
        WorkloadReport report = new WorkloadReport(
                WorkloadKind.WRITES,
                1,
                1,
                1,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new WriteMeasurement(ServiceContestant.WRITES_SMALL, 1, 6_000, 1, 1),
                        new WriteMeasurement(ServiceContestant.COPY_OURS, 1, 10_000, 1, 1),
                        new WriteMeasurement(EXACT, 1, 9_000, 1, 1),
                        new WriteMeasurement(OriginalContestant.NAME, 1, 150, 1, 1)),
                List.of());

        assertThat(Bars.of(List.of(report)).stream().map(Bar::measured))
                .containsExactly("0.60 x", "40.0 x Original design");
    }

    @Test
    void printsATableOfAllThatWasMeasured() {
        WorkloadReport report = report(
                WorkloadKind.A, measured(ServiceContestant.USE_CASE, LARGE, 1, 1.5), measured(EXACT, LARGE, 1, 9));

        String text = MarkdownReport.of(
                new RunReport(true, Map.of("processors", "2"), List.of(report), Bars.of(List.of(report)), 3));

        assertThat(text)
                .contains("- processors: 2", "client with 17,000 rows, filter of 100 %", "| " + EXACT + " | 1.000 |");
    }

    private static WorkloadReport report(WorkloadKind kind, Measurement... measurements) {
        return new WorkloadReport(
                kind, 1, 1, 1, 10, List.of(), Arrays.asList(measurements), List.of(), List.of(), List.of());
    }

    private static Measurement measured(String system, Band band, double recall, double p95) {
        Latency latency = new Latency(300, p95 / 2, p95, p95 * 2, p95, p95);
        return new Measurement(system, band, Selectivity.ALL, 100, recall, recall, 10, 10, 0, latency, null, false);
    }
}
