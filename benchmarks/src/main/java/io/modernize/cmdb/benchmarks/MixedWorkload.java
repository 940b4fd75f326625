package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Searches of one client while rows of all clients are inserted, changed and deleted at one rate for every system, and
 * its table is vacuumed. One system after another, round by round.
 */
final class MixedWorkload {
    private static final int CHANGES_PER_BATCH = 20;
    private static final double BATCHES_PER_SECOND = 4;

    private final Dataset dataset;
    private final List<Integer> wantedSizes;
    private final Effort effort;
    private final JitWarmUp warmUp;
    private final Progress progress;

    MixedWorkload(Dataset dataset, List<Integer> wantedSizes, Effort effort, JitWarmUp warmUp, Progress progress) {
        this.dataset = dataset;
        this.wantedSizes = wantedSizes;
        this.effort = effort;
        this.warmUp = warmUp;
        this.progress = progress;
    }

    WorkloadReport run(List<Contestant> contestants) throws Exception {
        List<LoadReport> loads = new ArrayList<>();
        List<MixedMeasurement> measurements = new ArrayList<>();
        List<Band> bands = Band.of(dataset, wantedSizes);
        try {
            for (Contestant contestant : contestants) {
                progress.say("mixed: loading " + contestant.name());
                loads.add(contestant.load(dataset));
            }
            for (Contestant contestant : contestants) {
                List<Searcher> searchers = contestant.searchers();
                warmUp.warm(
                        searchers, List.of(dataset.question(bands.getFirst().client(), 0)), WorkloadKind.MIXED.topK());
                try (Writer writer = contestant.writer()) {
                    Changes changes = new Changes(dataset, writer);
                    for (Searcher searcher : searchers) {
                        for (Band band : bands) {
                            progress.say("mixed: " + searcher.name() + ", " + band.label());
                            measurements.add(measure(searcher, band, changes));
                        }
                    }
                } finally {
                    searchers.forEach(Searcher::close);
                }
            }
            return new WorkloadReport(
                    WorkloadKind.MIXED,
                    dataset.rows(),
                    dataset.dimensions(),
                    dataset.clients(),
                    WorkloadKind.MIXED.topK(),
                    loads,
                    List.of(),
                    List.of(),
                    List.of(),
                    measurements);
        } finally {
            for (Contestant contestant : contestants) {
                contestant.close();
            }
        }
    }

    private MixedMeasurement measure(Searcher searcher, Band band, Changes changes) throws Exception {
        List<Search> searches = IntStream.range(0, effort.questions())
                .mapToObj(number ->
                        new Search(dataset.question(band.client(), number), Selectivity.ALL, WorkloadKind.MIXED.topK()))
                .toList();
        searcher.prepare(searches);
        for (int i = 0; i < 12; i++) {
            searcher.search(searches.get(i % searches.size()));
        }
        List<Percentiles> rounds = new ArrayList<>();
        int shortAnswers = 0;
        int writtenBefore = changes.count();
        long start = System.nanoTime();
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<?> writing = background.submit(() -> {
                changes.keepChanging(stop, CHANGES_PER_BATCH, BATCHES_PER_SECOND);
                return null;
            });
            try {
                int next = 0;
                for (int round = 0; round < effort.rounds(); round++) {
                    Percentiles durations = new Percentiles();
                    long deadline = System.nanoTime() + (long) (effort.mixedSeconds() / effort.rounds() * 1e9);
                    while (System.nanoTime() < deadline && !writing.isDone()) {
                        Search search = searches.get(next++ % searches.size());
                        long began = System.nanoTime();
                        int found = searcher.search(search).size();
                        durations.add(System.nanoTime() - began);
                        if (found < Math.min(search.topK(), band.rows() / 2)) {
                            shortAnswers++;
                        }
                    }
                    rounds.add(durations);
                }
            } finally {
                stop.set(true);
            }
            writing.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Oracle oracle = changes.oracle(band.client());
        double recall = 0;
        for (Search search : searches) {
            recall += Oracle.recall(oracle.nearest(search), searcher.search(search));
        }
        return new MixedMeasurement(
                searcher.name(),
                band,
                (changes.count() - writtenBefore) / seconds,
                Latency.of(rounds),
                recall / searches.size(),
                shortAnswers);
    }

    /** The changes of one system's rows. */
    private static final class Changes {
        private final Dataset dataset;
        private final Writer writer;
        private final SplittableRandom random = Seeds.random(Purpose.LOAD, -1);
        /** The version of each row: 0 as loaded, -1 deleted. It grows when rows are added. */
        private final List<Integer> versions = new ArrayList<>();

        private int count;

        Changes(Dataset dataset, Writer writer) {
            this.dataset = dataset;
            this.writer = writer;
            for (int number = 0; number < dataset.rows(); number++) {
                versions.add(0);
            }
        }

        int count() {
            return count;
        }

        void keepChanging(AtomicBoolean stop, int batch, double batchesPerSecond) throws Exception {
            long pause = (long) (1e9 / batchesPerSecond);
            long due = System.nanoTime();
            while (!stop.get()) {
                change(batch);
                due = Math.max(due + pause, System.nanoTime());
                while (!stop.get() && System.nanoTime() < due) {
                    Thread.sleep(5);
                }
            }
        }

        /** Makes a batch of changes: half new rows, a quarter changed and a quarter deleted. */
        private void change(int batch) throws Exception {
            List<Row> saved = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            List<Row> added = new ArrayList<>();
            List<Row> deleted = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                int number = i % 2 == 0 ? versions.size() : random.nextInt(versions.size());
                if (number == versions.size()) {
                    versions.add(0);
                    Row row = dataset.row(number);
                    added.add(row);
                    saved.add(row);
                    vectors.add(dataset.vector(row));
                } else if (versions.get(number) >= 0 && !contains(saved, number)) {
                    Row row = dataset.row(number);
                    if (i % 4 == 1) {
                        versions.set(number, versions.get(number) + 1);
                        saved.add(row);
                        vectors.add(vector(row));
                    } else {
                        versions.set(number, -1);
                        deleted.add(row);
                    }
                }
            }
            writer.prepare(added);
            writer.save(saved, vectors);
            if (!deleted.isEmpty()) {
                writer.delete(deleted);
            }
            count += saved.size() + deleted.size();
        }

        private static boolean contains(List<Row> rows, int number) {
            return rows.stream().anyMatch(row -> row.number() == number);
        }

        private float[] vector(Row row) {
            int version = versions.get(row.number());
            return version == 0 ? dataset.vector(row) : dataset.changedVector(row, version);
        }

        /** The true nearest rows among those that are there now. */
        Oracle oracle(int client) {
            Oracle oracle = new Oracle();
            for (int number = 0; number < versions.size(); number++) {
                if (versions.get(number) >= 0) {
                    Row row = dataset.row(number);
                    if (row.client() == client) {
                        oracle.add(row, vector(row));
                    }
                }
            }
            return oracle;
        }
    }
}
