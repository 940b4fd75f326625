package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import java.util.UUID;

/** How a space lies in {@code embedding_spaces}. */
record EmbeddingSpaceRow(UUID id, String provider, String model, int dimensions, String distance, int templateVersion) {
    EmbeddingSpace toDomain() {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(id), provider, model, dimensions, Distance.valueOf(distance), templateVersion);
    }
}
