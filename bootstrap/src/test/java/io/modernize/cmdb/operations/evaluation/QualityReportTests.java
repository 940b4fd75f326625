package io.modernize.cmdb.operations.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QualityReportTests {
    private final QualityReport report = new QualityReport();

    @Test
    void printsMeansByKindAndOverAllQueries() {
        report.add("semantic", new RankingQuality(1, 0.8, 0.5));
        report.add("semantic", new RankingQuality(0.5, 0.4, 0.25));
        report.add("identifier", new RankingQuality(0, 0, 0));

        assertThat(printed())
                .containsExactly(
                        "kind          queries      MRR  nDCG@10    P@min(10,rel)",
                        "identifier          1    0.000    0.000            0.000",
                        "semantic            2    0.750    0.600            0.375",
                        "all                 3    0.500    0.400            0.250");
    }

    @Test
    void weighsQueriesAndNotKinds() {
        report.add("many", new RankingQuality(1, 1, 1));
        report.add("many", new RankingQuality(1, 1, 1));
        report.add("many", new RankingQuality(1, 1, 1));
        report.add("one", new RankingQuality(0, 0, 0));

        assertThat(printed()[3]).startsWith("all ").contains("0.750").doesNotContain("0.500");
    }

    @Test
    void printsNumbersAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            report.add("semantic", new RankingQuality(0.5, 0.5, 0.5));

            assertThat(printed()[1]).contains("0.500").doesNotContain("0,5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void printsZerosWhereNothingWasJudged() {
        assertThat(printed()).hasSize(2);
        assertThat(printed()[1]).startsWith("all ").contains("0.000").doesNotContain("NaN");
    }

    private String[] printed() {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        return text.toString().split("\\R");
    }
}
