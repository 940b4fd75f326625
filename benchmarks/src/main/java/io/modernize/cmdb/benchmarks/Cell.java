package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures all systems with the questions of one client at one selectivity. They take turns at every question, and each
 * begins in turn, so that other work of the machine affects all alike.
 */
final class Cell {
    /** The number of warm-ups. It is enough for the server to prepare the statements and to consider generic plans. */
    private static final int WARM_UPS = 12;

    private static final double WARM_UP_SHARE = 0.3;

    private final Band band;
    private final Selectivity selectivity;
    private final List<Search> searches;
    private final List<Set<UUID>> expected;
    private final Effort effort;

    /** @param expected the expected result of each search */
    Cell(Band band, Selectivity selectivity, List<Search> searches, List<Set<UUID>> expected, Effort effort) {
        this.band = band;
        this.selectivity = selectivity;
        this.searches = searches;
        this.expected = expected;
        this.effort = effort;
    }

    List<Measurement> measure(List<Searcher> searchers) throws Exception {
        List<Entrant> entrants = searchers.stream()
                .map(searcher -> new Entrant(searcher, effort))
                .toList();
        for (Entrant entrant : entrants) {
            entrant.searcher.prepare(searches);
            warmUp(entrant);
        }
        int turn = 0;
        for (int round = 0; round < effort.rounds(); round++) {
            for (int question = 0; question < searches.size(); question++) {
                turn++;
                for (int i = 0; i < entrants.size(); i++) {
                    ask(entrants.get((i + turn) % entrants.size()), round, question);
                }
            }
        }
        boolean concurrently = effort.concurrentAt().contains(selectivity);
        List<Measurement> measurements = new ArrayList<>();
        List<Throughput> throughputs = concurrently ? concurrent(searchers) : List.of();
        for (int i = 0; i < entrants.size(); i++) {
            measurements.add(entrants.get(i).measurement(this, concurrently ? throughputs.get(i) : null));
        }
        return measurements;
    }

    private void warmUp(Entrant entrant) throws Exception {
        long deadline = System.nanoTime() + (long) (effort.cellSeconds() * WARM_UP_SHARE * 1e9);
        for (int i = 0; i < WARM_UPS && System.nanoTime() < deadline; i++) {
            entrant.searcher.search(searches.get(i % searches.size()));
        }
    }

    private void ask(Entrant entrant, int round, int question) throws Exception {
        if (entrant.spent > effort.cellSeconds() * 1e9) {
            entrant.cutShort = true;
            return;
        }
        long start = System.nanoTime();
        List<UUID> found = entrant.searcher.search(searches.get(question));
        long duration = System.nanoTime() - start;
        entrant.spent += duration;
        entrant.rounds.get(round).add(duration);
        if (round == 0) {
            entrant.judge(expected.get(question), found);
        }
    }

    private List<Throughput> concurrent(List<Searcher> searchers) throws Exception {
        List<ConcurrentSearches> runs = searchers.stream()
                .map(searcher -> new ConcurrentSearches(searcher, searches))
                .toList();
        for (ConcurrentSearches run : runs) {
            run.warmUp(effort.concurrentSeconds() / 2);
        }
        for (int round = 0; round < effort.rounds(); round++) {
            for (int i = 0; i < runs.size(); i++) {
                runs.get((i + round) % runs.size()).round(effort.concurrentSeconds());
            }
        }
        return runs.stream().map(ConcurrentSearches::throughput).toList();
    }

    /** The figures of one system while they are collected. */
    private static final class Entrant {
        private final Searcher searcher;
        private final List<Percentiles> rounds;
        private long spent;
        private boolean cutShort;
        private int judged;
        private int shortAnswers;
        private double recalls;
        private double lowestRecall = 1;
        private long returned;
        private long wanted;

        Entrant(Searcher searcher, Effort effort) {
            this.searcher = searcher;
            this.rounds = IntStream.range(0, effort.rounds())
                    .mapToObj(round -> new Percentiles())
                    .toList();
        }

        void judge(Set<UUID> expected, List<UUID> found) {
            double recall = Oracle.recall(expected, found);
            judged++;
            recalls += recall;
            lowestRecall = Math.min(lowestRecall, recall);
            returned += found.size();
            wanted += expected.size();
            if (found.size() < expected.size()) {
                shortAnswers++;
            }
        }

        Measurement measurement(Cell cell, @Nullable Throughput concurrent) {
            return new Measurement(
                    searcher.name(),
                    cell.band,
                    cell.selectivity,
                    judged,
                    recalls / judged,
                    lowestRecall,
                    (double) returned / judged,
                    (double) wanted / judged,
                    shortAnswers,
                    Latency.of(rounds),
                    concurrent,
                    cutShort);
        }
    }
}
