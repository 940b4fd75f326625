package io.modernize.cmdb.embedding;

import java.util.UUID;

/** Identifies an embedding space. */
public record EmbeddingSpaceId(UUID value) {
    /** Parses the canonical 36-character form; throws {@link IllegalArgumentException} for anything else. */
    public static EmbeddingSpaceId of(String text) {
        return new EmbeddingSpaceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
