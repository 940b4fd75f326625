package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import java.util.Locale;

/** Writes embedding spaces and their comparisons for people. */
final class SpaceText {
    private SpaceText() {}

    static String of(EmbeddingSpace space) {
        return space.provider() + ":" + space.model() + " (" + space.dimensions() + " dimensions, template "
                + space.templateVersion() + ")";
    }

    static String of(SpaceComparison comparison) {
        StringBuilder text = new StringBuilder(comparison.passed() ? "passed" : "not passed");
        text.append(
                comparison.overlap().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ": overlap@10 %.3f over %d samples (at least %.2f)",
                                comparison.overlap().getAsDouble(),
                                comparison.samples(),
                                comparison.gate().minimumOverlap())
                        : ": nothing to compare");
        if (comparison.fromNdcg().isPresent() && comparison.toNdcg().isPresent()) {
            text.append(String.format(
                    Locale.ROOT,
                    ", nDCG@10 %.3f instead of %.3f over %d judged queries (at most %.2f less)",
                    comparison.toNdcg().getAsDouble(),
                    comparison.fromNdcg().getAsDouble(),
                    comparison.judgedQueries(),
                    comparison.gate().toleratedLoss()));
        }
        if (comparison.due() > 0) {
            text.append(", ").append(comparison.due()).append(" assets are not embedded yet");
        }
        return text.toString();
    }
}
