package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("embedding_spaces")
record EmbeddingSpaceRow(
        @Id UUID id,
        String provider,
        String model,
        int dimensions,
        String distance,
        int templateVersion,
        boolean active) {
    EmbeddingSpace toDomain() {
        return new EmbeddingSpace(
                new EmbeddingSpaceId(id), provider, model, dimensions, Distance.valueOf(distance), templateVersion);
    }
}
