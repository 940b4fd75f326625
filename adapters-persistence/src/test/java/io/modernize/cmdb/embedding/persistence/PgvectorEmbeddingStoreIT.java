package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.application.EmbeddingStoreContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PgvectorEmbeddingStoreIT extends EmbeddingStoreContract {
    @Autowired
    PgvectorEmbeddingStoreIT(DatabaseWorld world) {
        super(world);
    }
}
