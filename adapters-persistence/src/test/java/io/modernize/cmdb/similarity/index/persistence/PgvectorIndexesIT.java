package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.index.application.SearchProfiles;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.similarity.index.application.VectorIndexesContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PgvectorIndexesIT extends VectorIndexesContract {
    @Autowired
    PgvectorIndexesIT(DatabaseWorld world, VectorIndexes indexes, SearchProfiles profiles) {
        super(world, indexes, profiles);
    }
}
