package io.modernize.cmdb.similarity.details.graphql;

import io.modernize.cmdb.embedding.application.EmbeddingStates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code AssetEmbedding}. */
record AssetEmbeddingPayload(
        Status status,
        @Nullable Instant embeddedAt,
        @Nullable String refusal) {
    static final AssetEmbeddingPayload NONE = new AssetEmbeddingPayload(Status.MISSING, null, null);

    /** GraphQL enum {@code AssetEmbeddingStatus}. */
    enum Status {
        CURRENT,
        STALE,
        MISSING,
        REFUSED
    }

    static AssetEmbeddingPayload from(EmbeddingStates.State state) {
        return new AssetEmbeddingPayload(
                switch (state.status()) {
                    case CURRENT -> Status.CURRENT;
                    case STALE -> Status.STALE;
                    case MISSING -> Status.MISSING;
                    case REFUSED -> Status.REFUSED;
                },
                state.embeddedAt(),
                state.refusal());
    }
}
