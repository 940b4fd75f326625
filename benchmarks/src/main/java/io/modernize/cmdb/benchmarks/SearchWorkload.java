package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Fills all systems with the same data, then searches it for clients of several sizes at several selectivities. */
final class SearchWorkload {
    private static final int SAMPLES_OF_SERVER_TIME = 40;

    private final WorkloadKind kind;
    private final Dataset dataset;
    private final List<Integer> wantedSizes;
    private final Effort effort;
    private final JitWarmUp warmUp;
    private final Progress progress;

    /** @param wantedSizes the numbers of rows of the clients to ask for, beside the largest */
    SearchWorkload(
            WorkloadKind kind,
            Dataset dataset,
            List<Integer> wantedSizes,
            Effort effort,
            JitWarmUp warmUp,
            Progress progress) {
        this.kind = kind;
        this.dataset = dataset;
        this.wantedSizes = wantedSizes;
        this.effort = effort;
        this.warmUp = warmUp;
        this.progress = progress;
    }

    WorkloadReport run(List<Contestant> contestants) throws Exception {
        List<LoadReport> loads = new ArrayList<>();
        List<Searcher> searchers = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                progress.say(kind.label() + ": loading " + contestant.name());
                loads.add(contestant.load(dataset));
                searchers.addAll(contestant.searchers());
            }
            List<Measurement> measurements = new ArrayList<>();
            List<RowLevelSecurity> rowLevelSecurity = new ArrayList<>();
            for (Band band : Band.of(dataset, wantedSizes)) {
                Oracle oracle = Oracle.of(dataset, band.client());
                List<Question> questions = IntStream.range(0, effort.questions())
                        .mapToObj(number -> dataset.question(band.client(), number))
                        .toList();
                warmUp.warm(searchers, questions, kind.topK());
                for (Selectivity selectivity : Selectivity.values()) {
                    progress.say(kind.label() + ": " + band.label() + ", " + selectivity.label());
                    List<Search> searches = questions.stream()
                            .map(question -> new Search(question, selectivity, kind.topK()))
                            .toList();
                    List<Set<UUID>> expected =
                            searches.stream().map(oracle::nearest).toList();
                    measurements.addAll(new Cell(band, selectivity, searches, expected, effort).measure(searchers));
                    for (Contestant contestant : contestants) {
                        if (contestant instanceof ServiceContestant service) {
                            rowLevelSecurity.add(service.rowLevelSecurity(
                                    band,
                                    selectivity,
                                    searches.subList(0, Math.min(searches.size(), SAMPLES_OF_SERVER_TIME))));
                        }
                    }
                }
            }
            return new WorkloadReport(
                    kind,
                    dataset.rows(),
                    dataset.dimensions(),
                    dataset.clients(),
                    kind.topK(),
                    loads,
                    measurements,
                    rowLevelSecurity,
                    List.of(),
                    List.of());
        } finally {
            searchers.forEach(Searcher::close);
            for (Contestant contestant : contestants) {
                contestant.close();
            }
        }
    }
}
