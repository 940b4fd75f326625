package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import java.util.UUID;

/** Spaces that no other test has. */
public final class InactiveSpaces {
    private InactiveSpaces() {}

    public static EmbeddingSpace create(int dimensions) {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(UUID.randomUUID()), "test", "random", dimensions, Distance.COSINE, 1);
    }
}
