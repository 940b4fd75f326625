package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Embedding spaces beside the active one. */
public final class TestSpaces {
    private TestSpaces() {}

    /** A new space that is not active. */
    public static EmbeddingSpace create(JdbcClient jdbc, int dimensions) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into embedding_spaces (id, provider, model, dimensions, distance, template_version)"
                        + " values (?, 'test', ?, ?, 'COSINE', 1)")
                .params(id, id.toString(), dimensions)
                .update();
        return new EmbeddingSpace(new EmbeddingSpaceId(id), "test", id.toString(), dimensions, Distance.COSINE, 1);
    }
}
