package io.modernize.cmdb.operations.evaluation;

import java.util.List;
import java.util.Set;

/**
 * How good one ranking is, by relevance that is either given or not. Each figure lies between 0 and 1; higher is better.
 *
 * @param reciprocalRank 1 divided by the rank of the first relevant asset, 0 where none was returned; its mean over
 *     queries is MRR (Voorhees, TREC-8 question answering track, 1999)
 * @param ndcgAt10 normalised discounted cumulative gain of the first ten, with gain 1 and discount log2(rank + 1)
 *     (Järvelin and Kekäläinen, ACM TOIS 20(4), 2002)
 * @param precision share of relevant assets among the first min(10, number of relevant assets), so that a perfect
 *     ranking reaches 1 whatever that number is
 */
record RankingQuality(double reciprocalRank, double ndcgAt10, double precision) {
    private static final int CUTOFF = 10;

    /**
     * Judges a ranking.
     *
     * @param ranking names, best first
     */
    static RankingQuality of(List<String> ranking, Set<String> relevant) {
        return new RankingQuality(reciprocalRank(ranking, relevant), ndcg(ranking, relevant), precision(ranking, relevant));
    }

    private static double reciprocalRank(List<String> ranking, Set<String> relevant) {
        for (int i = 0; i < ranking.size(); i++) {
            if (relevant.contains(ranking.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double ndcg(List<String> ranking, Set<String> relevant) {
        double gain = 0;
        for (int i = 0; i < Math.min(CUTOFF, ranking.size()); i++) {
            if (relevant.contains(ranking.get(i))) {
                gain += discount(i + 1);
            }
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(CUTOFF, relevant.size()); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1);
    }

    private static double precision(List<String> ranking, Set<String> relevant) {
        int cutoff = Math.min(CUTOFF, relevant.size());
        long hits = ranking.stream().limit(cutoff).filter(relevant::contains).count();
        return (double) hits / cutoff;
    }
}
