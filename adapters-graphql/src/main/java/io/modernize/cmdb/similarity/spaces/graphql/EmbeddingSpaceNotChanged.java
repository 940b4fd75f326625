package io.modernize.cmdb.similarity.spaces.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** Type {@code EmbeddingSpaceNotChanged}. */
record EmbeddingSpaceNotChanged(
        Reason reason,
        String code,
        String message,
        @Nullable String field,
        String remedy) implements ChangeEmbeddingSpacePayload, BusinessError {
    static EmbeddingSpaceNotChanged because(Reason reason, String message, String remedy) {
        return new EmbeddingSpaceNotChanged(reason, reason.name(), message, null, remedy);
    }
}
