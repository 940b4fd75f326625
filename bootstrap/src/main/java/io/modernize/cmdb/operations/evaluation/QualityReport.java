package io.modernize.cmdb.operations.evaluation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Means of ranking quality, by kind of query and over all. */
public final class QualityReport {
    private final Map<String, List<RankingQuality>> byKind = new TreeMap<>();

    QualityReport() {}

    void add(String kind, RankingQuality quality) {
        byKind.computeIfAbsent(kind, name -> new ArrayList<>()).add(quality);
    }

    /** Prints a table with a line for each kind and one for all. */
    public void print(PrintWriter out) {
        out.printf("%-12s %8s %8s %8s %16s%n", "kind", "queries", "MRR", "nDCG@10", "P@min(10,rel)");
        byKind.forEach((kind, qualities) -> print(out, kind, qualities));
        print(out, "all", byKind.values().stream().flatMap(List::stream).toList());
        out.flush();
    }

    private static void print(PrintWriter out, String kind, List<RankingQuality> qualities) {
        out.printf(
                Locale.ROOT,
                "%-12s %8d %8.3f %8.3f %16.3f%n",
                kind,
                qualities.size(),
                mean(qualities, RankingQuality::reciprocalRank),
                mean(qualities, RankingQuality::ndcgAt10),
                mean(qualities, RankingQuality::precision));
    }

    private static double mean(List<RankingQuality> qualities, ToDoubleFunction<RankingQuality> figure) {
        return qualities.stream().mapToDouble(figure).average().orElse(0);
    }
}
