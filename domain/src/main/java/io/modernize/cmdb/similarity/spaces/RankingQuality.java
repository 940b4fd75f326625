package io.modernize.cmdb.similarity.spaces;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The quality of one ranking, judged by assets that are either relevant or not. Each figure lies between 0 and 1.
 * Higher is better.
 *
 * @param reciprocalRank 1 divided by the rank of the first relevant asset, 0 if none was returned; its mean over
 *     queries is MRR (Voorhees, TREC-8 question answering track, 1999)
 * @param ndcgAt10 normalised discounted cumulative gain of the first ten, with gain 1 and discount log2(rank + 1)
 *     (Järvelin and Kekäläinen, ACM TOIS 20(4), 2002)
 * @param precision share of relevant assets among the first min(10, number of relevant assets), so that a perfect
 *     ranking reaches 1 whatever that number is
 */
public record RankingQuality(double reciprocalRank, double ndcgAt10, double precision) {
    private static final int CUTOFF = 10;

    /**
     * Judges a ranking. The judgement knows names only, and assets may share one: such a name counts at its first
     * asset.
     *
     * @param names names of the assets, best first
     */
    public static RankingQuality of(List<String> names, Set<String> relevant) {
        List<Boolean> ranking = hits(names, relevant);
        return new RankingQuality(
                reciprocalRank(ranking), ndcg(ranking, relevant.size()), precision(ranking, relevant.size()));
    }

    /** For each rank, whether the asset is relevant and no better one has its name. */
    private static List<Boolean> hits(List<String> names, Set<String> relevant) {
        Set<String> seen = new HashSet<>();
        return names.stream()
                .map(name -> relevant.contains(name) && seen.add(name))
                .toList();
    }

    private static double reciprocalRank(List<Boolean> ranking) {
        int first = ranking.indexOf(true);
        return first < 0 ? 0 : 1.0 / (first + 1);
    }

    private static double ndcg(List<Boolean> ranking, int relevant) {
        double gain = 0;
        for (int i = 0; i < Math.min(CUTOFF, ranking.size()); i++) {
            if (ranking.get(i)) {
                gain += discount(i + 1);
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(CUTOFF, relevant); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1);
    }

    private static double precision(List<Boolean> ranking, int relevant) {
        int cutoff = Math.min(CUTOFF, relevant);
        long hits = ranking.stream().limit(cutoff).filter(hit -> hit).count();
        return (double) hits / cutoff;
    }
}
