package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets the JVM compile each system's Java code before anything is measured, as in a service that has run for a while.
 * It does so once in a run for each kind of searcher, because compiled code stays so.
 */
final class JitWarmUp {
    private final double seconds;
    private final Set<Class<? extends Searcher>> warm = new HashSet<>();

    /** @param seconds the time for each kind of searcher */
    JitWarmUp(double seconds) {
        this.seconds = seconds;
    }

    /** @param questions the questions to ask, at every selectivity */
    void warm(List<Searcher> searchers, List<Question> questions, int topK) throws Exception {
        List<Search> searches = new ArrayList<>();
        for (Question question : questions) {
            for (Selectivity selectivity : Selectivity.values()) {
                searches.add(new Search(question, selectivity, topK));
            }
        }
        for (Searcher searcher : searchers) {
            if (warm.add(searcher.getClass())) {
                searcher.prepare(searches);
                new ConcurrentSearches(searcher, searches).warmUp(seconds);
            }
        }
    }
}
