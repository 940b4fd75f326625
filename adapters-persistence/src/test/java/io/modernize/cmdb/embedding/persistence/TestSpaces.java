package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Embedding spaces beside the common one, of the shared database. */
public final class TestSpaces {
    /** Fewer than in production: tests make many spaces, and each partition takes its time. */
    private static final int PARTITIONS = 1;

    private TestSpaces() {}

    /** A new space that is not active. */
    public static EmbeddingSpace create(int dimensions) {
        UUID id = UUID.randomUUID();
        JdbcClient owner = JdbcClient.create(TestDatabase.shared().ownerDataSource());
        owner.sql("insert into embedding_spaces (id, provider, model, dimensions, distance, template_version)"
                        + " values (?, 'test', ?, ?, 'COSINE', 1)")
                .params(id, id.toString(), dimensions)
                .update();
        owner.sql("call create_embedding_partitions(?, " + PARTITIONS + ")")
                .param(id)
                .update();
        return new EmbeddingSpace(new EmbeddingSpaceId(id), "test", id.toString(), dimensions, Distance.COSINE, 1);
    }
}
