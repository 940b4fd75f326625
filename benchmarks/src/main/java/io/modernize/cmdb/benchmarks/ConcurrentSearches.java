package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several threads search one system as fast as they can, each with other questions first. */
final class ConcurrentSearches {
    private final int searches;
    private final Ask ask;
    private final Percentiles durations = new Percentiles();
    private double seconds;
    private double lowest = Double.MAX_VALUE;
    private double highest;

    ConcurrentSearches(Searcher searcher, List<Search> searches) {
        this(searches.size(), number -> searcher.search(searches.get(number)));
    }

    /** @param searches the number of different searches */
    ConcurrentSearches(int searches, Ask ask) {
        this.searches = searches;
        this.ask = ask;
    }

    /** Runs the search with that number, from 0. */
    @FunctionalInterface
    interface Ask {
        void search(int number) throws Exception;
    }

    void warmUp(double length) throws Exception {
        run(length);
    }

    /** @param length the length in seconds; searches that have begun by then are finished */
    void round(double length) throws Exception {
        long start = System.nanoTime();
        Percentiles round = run(length);
        double elapsed = (System.nanoTime() - start) / 1e9;
        durations.addAll(round);
        seconds += elapsed;
        lowest = Math.min(lowest, round.count() / elapsed);
        highest = Math.max(highest, round.count() / elapsed);
    }

    Throughput throughput() {
        return new Throughput(
                Effort.THREADS, durations.count() / seconds, lowest, highest, durations.milliseconds(0.95));
    }

    private Percentiles run(double length) throws Exception {
        long deadline = System.nanoTime() + (long) (length * 1e9);
        List<Future<Percentiles>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(Effort.THREADS)) {
            for (int thread = 0; thread < Effort.THREADS; thread++) {
                int first = thread * searches / Effort.THREADS;
                running.add(threads.submit(() -> searchUntil(deadline, first)));
            }
        }
        Percentiles all = new Percentiles();
        for (Future<Percentiles> one : running) {
            all.addAll(one.get());
        }
        return all;
    }

    private Percentiles searchUntil(long deadline, int first) throws Exception {
        Percentiles own = new Percentiles();
        for (int i = first; ; i++) {
            long start = System.nanoTime();
            if (start >= deadline) {
                return own;
            }
            ask.search(i % searches);
            own.add(System.nanoTime() - start);
        }
    }
}
