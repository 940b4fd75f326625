package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndexContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PgvectorEmbeddingIndexIT extends EmbeddingIndexContract {
    @Autowired
    PgvectorEmbeddingIndexIT(DatabaseWorld world, EmbeddingIndex index) {
        super(world, index);
    }
}
