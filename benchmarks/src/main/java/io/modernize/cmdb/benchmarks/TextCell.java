package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks one client one kind of question in all ways, by turns. */
final class TextCell {
    private final FindSimilarAssets useCase;
    private final List<TextQuestion> questions;
    private final Effort effort;
    private final Map<TextVariant, Tally> tallies = new EnumMap<>(TextVariant.class);

    TextCell(FindSimilarAssets useCase, KnownTexts texts, List<TextQuestion> questions, Effort effort) {
        this.useCase = useCase;
        this.questions = questions;
        this.effort = effort;
        for (TextQuestion question : questions) {
            texts.put(question.text(), question.vector());
        }
        for (TextVariant variant : TextVariant.values()) {
            tallies.put(variant, new Tally());
        }
    }

    /**
     * The result of one way to ask.
     *
     * @param expected the share of the questions with a first hit as expected
     * @param rows the average number of hits
     */
    record Result(TextVariant variant, Latency latency, Throughput throughput, double expected, double rows) {}

    private static final class Tally {
        private final List<Percentiles> rounds = new ArrayList<>();
        private int answers;
        private int expected;
        private long rows;
    }

    void warmUp(double seconds) throws Exception {
        for (TextVariant variant : TextVariant.values()) {
            concurrent(variant).warmUp(seconds);
        }
    }

    List<Result> measure() throws Exception {
        for (TextQuestion question : questions) {
            for (TextVariant variant : TextVariant.values()) {
                judge(variant, question);
            }
        }
        for (int round = 0; round < effort.rounds(); round++) {
            tallies.values().forEach(tally -> tally.rounds.add(new Percentiles()));
            for (int number = 0; number < questions.size(); number++) {
                askByTurns(questions.get(number), round + number);
            }
        }
        List<Result> results = new ArrayList<>();
        for (TextVariant variant : TextVariant.values()) {
            Tally tally = tally(variant);
            ConcurrentSearches concurrent = concurrent(variant);
            concurrent.round(effort.concurrentSeconds());
            results.add(new Result(
                    variant,
                    Latency.of(tally.rounds),
                    concurrent.throughput(),
                    (double) tally.expected / tally.answers,
                    (double) tally.rows / tally.answers));
        }
        return results;
    }

    /** Asks in all ways. Another variant begins each time. */
    private void askByTurns(TextQuestion question, int turn) {
        TextVariant[] variants = TextVariant.values();
        for (int i = 0; i < variants.length; i++) {
            TextVariant variant = variants[(turn + i) % variants.length];
            long start = System.nanoTime();
            useCase.find(variant.query(question));
            tally(variant).rounds.getLast().add(System.nanoTime() - start);
        }
    }

    private void judge(TextVariant variant, TextQuestion question) {
        List<SimilarAsset> hits = useCase.find(variant.query(question)).hits();
        Tally tally = tally(variant);
        tally.answers++;
        tally.rows += hits.size();
        if (!hits.isEmpty()) {
            Asset first = hits.getFirst().asset();
            tally.expected += question.expected().test(first) ? 1 : 0;
        }
    }

    private ConcurrentSearches concurrent(TextVariant variant) {
        return new ConcurrentSearches(questions.size(), number -> useCase.find(variant.query(questions.get(number))));
    }

    private Tally tally(TextVariant variant) {
        Tally tally = tallies.get(variant);
        if (tally == null) {
            throw new IllegalStateException("there is a tally for each variant");
        }
        return tally;
    }
}
