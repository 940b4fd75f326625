package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Embedding spaces beside the common one, of the shared database. Spaces cost time: to make one, and whenever an asset
 * changes, which is looked for in the partitions of all. An instance, of one test, gives spaces that other tests have
 * had, each with client accounts of its own.
 */
public final class TestSpaces {
    /** Fewer than in production: each partition takes its time. */
    private static final int PARTITIONS = 1;

    private static final Map<Integer, List<EmbeddingSpace>> SHARED = new HashMap<>();

    private final Map<Integer, Integer> given = new HashMap<>();

    /** A space that nothing of the test's own client accounts is embedded in; each time another one. */
    public EmbeddingSpace next(int dimensions) {
        List<EmbeddingSpace> shared = SHARED.computeIfAbsent(dimensions, unused -> new ArrayList<>());
        int number = given.merge(dimensions, 1, Integer::sum);
        while (shared.size() < number) {
            shared.add(create(dimensions));
        }
        return shared.get(number - 1);
    }

    /** A new space that is not active. */
    public static EmbeddingSpace create(int dimensions) {
        UUID id = UUID.randomUUID();
        JdbcClient owner = KeptLogins.owner();
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
