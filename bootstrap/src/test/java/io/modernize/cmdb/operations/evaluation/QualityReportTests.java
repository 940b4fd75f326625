package io.modernize.cmdb.operations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.spaces.RankingQuality;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityReportTests {
    private final QualityReport report = new QualityReport(Set.of(SearchMode.SEMANTIC));

    @Test
    void printsMeansByKindAndOverAllQueries() {
        add(report, "semantic", new RankingQuality(1, 0.8, 0.5));
        add(report, "semantic", new RankingQuality(0.5, 0.4, 0.25));
        add(report, "identifier", new RankingQuality(0, 0, 0));

        assertThat(printed(report))
                .containsExactly(
                        "kind          queries  mode          MRR  nDCG@10    P@min(10,rel)",
                        "identifier          1  semantic    0.000    0.000            0.000",
                        "semantic            2  semantic    0.750    0.600            0.375",
                        "all                 3  semantic    0.500    0.400            0.250");
    }

    @Test
    void printsTheModesOfAKindBeneathEachOther() {
        QualityReport ofAll = new QualityReport(EnumSet.allOf(SearchMode.class));
        ofAll.add(
                query("mixed", "mail relay"),
                Map.of(
                        SearchMode.HYBRID, new RankingQuality(1, 0.9, 0.8),
                        SearchMode.LEXICAL, new RankingQuality(0.5, 0.25, 0),
                        SearchMode.SEMANTIC, new RankingQuality(1, 0.5, 0.25)));

        assertThat(printed(ofAll))
                .containsExactly(
                        "kind          queries  mode          MRR  nDCG@10    P@min(10,rel)",
                        "mixed               1  semantic    1.000    0.500            0.250",
                        "mixed               1  lexical     0.500    0.250            0.000",
                        "mixed               1  hybrid      1.000    0.900            0.800",
                        "all                 1  semantic    1.000    0.500            0.250",
                        "all                 1  lexical     0.500    0.250            0.000",
                        "all                 1  hybrid      1.000    0.900            0.800");
    }

    @Test
    void weighsQueriesAndNotKinds() {
        add(report, "many", new RankingQuality(1, 1, 1));
        add(report, "many", new RankingQuality(1, 1, 1));
        add(report, "many", new RankingQuality(1, 1, 1));
        add(report, "one", new RankingQuality(0, 0, 0));

        assertThat(printed(report)[3]).startsWith("all ").contains("0.750").doesNotContain("0.500");
    }

    @Test
    void printsNumbersAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            add(report, "semantic", new RankingQuality(0.5, 0.5, 0.5));

            assertThat(printed(report)[1]).contains("0.500").doesNotContain("0,5");
            assertThat(report.markdown("x", Map.of())).contains("0.500").doesNotContain("0,5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void printsZerosWhereNothingWasJudged() {
        assertThat(printed(report)).hasSize(2);
        assertThat(printed(report)[1]).startsWith("all ").contains("0.000").doesNotContain("NaN");
    }

    @Test
    void writesCommandSettingsMeansAndEveryQuery() {
        QualityReport ofTwo = new QualityReport(Set.of(SearchMode.HYBRID, SearchMode.SEMANTIC));
        ofTwo.add(
                new JudgedQuery("who speaks to a|b", "mixed", Set.of("a", "b")),
                Map.of(
                        SearchMode.HYBRID, new RankingQuality(0.5, 0.4, 0.3),
                        SearchMode.SEMANTIC, new RankingQuality(1, 0.9, 0.8)));
        ofTwo.add(
                query("identifier", "db01"),
                Map.of(
                        SearchMode.HYBRID, new RankingQuality(1, 1, 1),
                        SearchMode.SEMANTIC, new RankingQuality(0, 0, 0)));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("model", "m");
        settings.put("constant", 60);

        assertThat(ofTwo.markdown("./run evaluate --queries q", settings)).isEqualTo("""
            # Search quality

            `./run evaluate --queries q`

            - model: m
            - constant: 60

            ## By kind of query and mode

            | kind | queries | mode | MRR | nDCG@10 | P@min(10,rel) |
            | --- | ---: | --- | ---: | ---: | ---: |
            | identifier | 1 | SEMANTIC | 0.000 | 0.000 | 0.000 |
            | identifier | 1 | HYBRID | 1.000 | 1.000 | 1.000 |
            | mixed | 1 | SEMANTIC | 1.000 | 0.900 | 0.800 |
            | mixed | 1 | HYBRID | 0.500 | 0.400 | 0.300 |
            | all | 2 | SEMANTIC | 0.500 | 0.450 | 0.400 |
            | all | 2 | HYBRID | 0.750 | 0.700 | 0.650 |

            ## nDCG@10 of each query

            | kind | query | relevant | SEMANTIC | HYBRID |
            | --- | --- | ---: | ---: | ---: |
            | mixed | who speaks to a\\|b | 2 | 0.900 | 0.400 |
            | identifier | db01 | 1 | 0.000 | 1.000 |
            """);
    }

    @Test
    void doesNotTakeAnUnaskedQueryForABadAnswer() {
        report.add(query("semantic", "x"), Map.of(SearchMode.LEXICAL, new RankingQuality(1, 1, 1)));

        assertThatIllegalStateException()
                .isThrownBy(() -> printed(report))
                .withMessage("the query \"x\" was not asked by SEMANTIC");
    }

    private static void add(QualityReport report, String kind, RankingQuality quality) {
        report.add(query(kind, "x"), Map.of(SearchMode.SEMANTIC, quality));
    }

    private static JudgedQuery query(String kind, String text) {
        return new JudgedQuery(text, kind, Set.of("a"));
    }

    private static String[] printed(QualityReport report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        return text.toString().split("\\R");
    }
}
