package io.modernize.cmdb.benchmarks;

import java.util.List;
import java.util.Set;

/**
 * Settings of how long to measure.
 *
 * @param questions the different questions for each client
 * @param rounds how often each question is asked
 * @param cellSeconds the time of its own in a cell after which a system is asked no more
 * @param concurrentSeconds the length of one round of concurrent searches
 * @param concurrentAt the selectivities at which concurrent searches are measured
 * @param searchWidths the values of hnsw.ef_search that the peers are tried with
 * @param warmUpSeconds the time for the JVM to compile the code of one kind of system
 * @param writeSeconds the length of one round of writes
 * @param mixedSeconds the length of one round of searches beside writes
 */
record Effort(
        int questions,
        int rounds,
        double cellSeconds,
        double concurrentSeconds,
        Set<Selectivity> concurrentAt,
        List<Integer> searchWidths,
        double warmUpSeconds,
        double writeSeconds,
        double mixedSeconds) {

    static final int THREADS = 8;

    static Effort quick() {
        return new Effort(10, 3, 0.35, 0.06, Set.of(Selectivity.ALL), List.of(100), 2, 0.2, 2);
    }

    static Effort full() {
        return new Effort(
                100,
                3,
                20,
                0.7,
                Set.of(Selectivity.ALL, Selectivity.TENTH, Selectivity.HUNDREDTH, Selectivity.THOUSANDTH),
                List.of(40, 100, 200),
                20,
                10,
                20);
    }

    Effort withQuestions(int number) {
        return new Effort(
                number,
                rounds,
                cellSeconds,
                concurrentSeconds,
                concurrentAt,
                searchWidths,
                warmUpSeconds,
                writeSeconds,
                mixedSeconds);
    }
}
