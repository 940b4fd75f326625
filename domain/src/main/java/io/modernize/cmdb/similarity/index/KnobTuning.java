package io.modernize.cmdb.similarity.index;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Chooses the value of a knob that holds the target recall at the lowest cost. Recall and cost both rise with the knob,
 * so the first step of an ascending ladder that holds the target is the cheapest.
 *
 * @param targetRecall above 0, at most 1
 */
public record KnobTuning(double targetRecall) {
    private static final List<Integer> EF_SEARCH_LADDER = List.of(40, 60, 100, 150, 200, 300, 400, 600, 800, 1_000);
    private static final List<Integer> RERANK_LADDER = List.of(100, 200, 400, 800, 1_600, 3_200);

    public KnobTuning {
        if (!(targetRecall > 0 && targetRecall <= 1)) {
            throw new IllegalArgumentException("a target recall is above 0 and at most 1: " + targetRecall);
        }
    }

    /** The values to try, in ascending order. */
    public static List<Integer> ladder(RecallAudit.Strategy strategy) {
        return switch (strategy) {
            case QUANTISED -> RERANK_LADDER;
            case APPROXIMATE -> EF_SEARCH_LADDER;
        };
    }

    /**
     * The lowest step that holds the target. If none does, the highest step. Steps above the chosen one are not
     * measured.
     *
     * @param ladder in ascending order, not empty
     * @param measure measures a step; never called twice for the same step
     */
    public <T extends Measured> T tune(List<Integer> ladder, IntFunction<T> measure) {
        T measured = measure.apply(ladder.getFirst());
        for (int step : ladder.subList(1, ladder.size())) {
            if (measured.recall() >= targetRecall) {
                return measured;
            }
            measured = measure.apply(step);
        }
        return measured;
    }

    /** The measurement of one step. */
    public interface Measured {
        /** The recall, 0 to 1. */
        double recall();
    }
}
