package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.index.application.VectorSamplesContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PgvectorSamplesIT extends VectorSamplesContract {
    @Autowired
    PgvectorSamplesIT(DatabaseWorld world, VectorSamples samples) {
        super(world, samples);
    }
}
