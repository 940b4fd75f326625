package io.modernize.cmdb.similarity.spaces.graphql;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Type {@code EmbeddingSpace}. */
record EmbeddingSpacePayload(
        String provider,
        String model,
        int dimensions,
        boolean active,
        long embedded,
        long due,
        @Nullable ComparisonPayload comparison) {

    static EmbeddingSpacePayload from(
            EmbeddingSpace space, boolean active, long embedded, long due, Optional<SpaceComparison> comparison) {
        return new EmbeddingSpacePayload(
                space.provider(),
                space.model(),
                space.dimensions(),
                active,
                embedded,
                due,
                comparison.map(ComparisonPayload::from).orElse(null));
    }

    /** Type {@code SpaceComparison}. */
    record ComparisonPayload(
            Instant comparedAt,
            boolean passed,
            int samples,
            @Nullable Double overlap,
            double minimumOverlap,
            int judgedQueries,
            @Nullable Double activeNdcg,
            @Nullable Double otherNdcg,
            long due) {
        private static ComparisonPayload from(SpaceComparison comparison) {
            return new ComparisonPayload(
                    comparison.comparedAt(),
                    comparison.passed(),
                    comparison.samples(),
                    nullable(comparison.overlap()),
                    comparison.gate().minimumOverlap(),
                    comparison.judgedQueries(),
                    nullable(comparison.fromNdcg()),
                    nullable(comparison.toNdcg()),
                    comparison.due());
        }

        private static @Nullable Double nullable(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }
}
