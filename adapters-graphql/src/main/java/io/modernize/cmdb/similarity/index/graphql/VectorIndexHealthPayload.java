package io.modernize.cmdb.similarity.index.graphql;

import io.modernize.cmdb.similarity.index.IndexHealth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code VectorIndexHealth}. */
record VectorIndexHealthPayload(
        Long rows,
        Long tailRows,
        @Nullable String indexName,
        @Nullable Instant builtAt,
        int efSearch,
        int rerankCount,
        @Nullable Instant checkedAt) {

    static VectorIndexHealthPayload from(IndexHealth health) {
        return new VectorIndexHealthPayload(
                health.totalRows(),
                health.tailRows(),
                health.indexName(),
                health.builtAt(),
                health.efSearch(),
                health.rerankCount(),
                health.checkedAt());
    }
}
