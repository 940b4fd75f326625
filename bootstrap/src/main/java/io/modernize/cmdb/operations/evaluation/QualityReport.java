package io.modernize.cmdb.operations.evaluation;

import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.spaces.RankingQuality;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quality of the answers to the same queries in several search modes: means by kind of query and over all, and the
 * quality of each query.
 */
public final class QualityReport {
    private static final String ALL = "all";

    private final List<SearchMode> modes;
    private final List<JudgedAnswers> judged = new ArrayList<>();

    /** A query, and the quality of its answer in each mode. */
    private record JudgedAnswers(JudgedQuery query, Map<SearchMode, RankingQuality> qualities) {
        RankingQuality by(SearchMode mode) {
            RankingQuality quality = qualities.get(mode);
            if (quality == null) {
                throw new IllegalStateException("the query \"" + query.query() + "\" was not asked by " + mode);
            }
            return quality;
        }
    }

    /** The means of a kind of query in one mode. */
    private record Means(String kind, int queries, SearchMode mode, RankingQuality means) {}

    /** @param modes the modes in which every query is asked */
    QualityReport(Set<SearchMode> modes) {
        this.modes = List.copyOf(EnumSet.copyOf(modes));
    }

    /** @param qualities the qualities in every mode of the report */
    void add(JudgedQuery query, Map<SearchMode, RankingQuality> qualities) {
        judged.add(new JudgedAnswers(query, Map.copyOf(qualities)));
    }

    /**
     * Prints a table with a line for each kind and mode, and lines for all kinds. The modes of a kind stand beneath
     * each other.
     */
    public void print(PrintWriter out) {
        out.printf("%-12s %8s  %-8s %8s %8s %16s%n", "kind", "queries", "mode", "MRR", "nDCG@10", "P@min(10,rel)");
        means().forEach(row -> out.printf(
                Locale.ROOT,
                "%-12s %8d  %-8s %8.3f %8.3f %16.3f%n",
                row.kind(),
                row.queries(),
                row.mode().name().toLowerCase(Locale.ROOT),
                row.means().reciprocalRank(),
                row.means().ndcgAt10(),
                row.means().precision()));
        out.flush();
    }

    /**
     * The same table in Markdown, and a table of all queries. A mean hides what one mode gained and another lost.
     *
     * @param command the command that measured
     * @param settings the settings of the measurement
     */
    public String markdown(String command, Map<String, ?> settings) {
        StringBuilder text = new StringBuilder("# Search quality\n\n`" + command + "`\n\n");
        settings.forEach((name, value) -> text.append("- %s: %s\n".formatted(name, value)));
        text.append("\n## By kind of query and mode\n\n");
        line(text, Stream.of("kind", "queries", "mode", "MRR", "nDCG@10", "P@min(10,rel)"));
        line(text, Stream.of("---", "---:", "---", "---:", "---:", "---:"));
        means().forEach(row -> line(
                text,
                Stream.of(
                        row.kind(),
                        String.valueOf(row.queries()),
                        row.mode().name(),
                        figure(row.means().reciprocalRank()),
                        figure(row.means().ndcgAt10()),
                        figure(row.means().precision()))));
        text.append("\n## nDCG@10 of each query\n\n");
        line(
                text,
                Stream.concat(
                        Stream.of("kind", "query", "relevant"), modes.stream().map(Enum::name)));
        line(text, Stream.concat(Stream.of("---", "---", "---:"), modes.stream().map(mode -> "---:")));
        judged.forEach(answers -> line(
                text,
                Stream.concat(
                        Stream.of(
                                answers.query().kind(),
                                answers.query().query(),
                                String.valueOf(answers.query().relevant().size())),
                        modes.stream().map(mode -> figure(answers.by(mode).ndcgAt10())))));
        return text.toString();
    }

    private List<Means> means() {
        List<Means> rows = new ArrayList<>();
        judged.stream()
                .map(answers -> answers.query().kind())
                .distinct()
                .sorted()
                .forEach(kind -> add(
                        rows,
                        kind,
                        judged.stream()
                                .filter(answers -> answers.query().kind().equals(kind))
                                .toList()));
        add(rows, ALL, judged);
        return rows;
    }

    private void add(List<Means> rows, String kind, List<JudgedAnswers> answers) {
        for (SearchMode mode : modes) {
            RankingQuality means = new RankingQuality(
                    mean(answers, mode, RankingQuality::reciprocalRank),
                    mean(answers, mode, RankingQuality::ndcgAt10),
                    mean(answers, mode, RankingQuality::precision));
            rows.add(new Means(kind, answers.size(), mode, means));
        }
    }

    private static double mean(List<JudgedAnswers> answers, SearchMode mode, ToDoubleFunction<RankingQuality> figure) {
        return answers.stream()
                .mapToDouble(answer -> figure.applyAsDouble(answer.by(mode)))
                .average()
                .orElse(0);
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
