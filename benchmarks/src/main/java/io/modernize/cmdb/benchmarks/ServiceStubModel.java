package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import java.util.List;

/** The embedding model of the service. It looks vectors up. */
record ServiceStubModel(KnownTexts texts, int dimensions) implements EmbeddingModel {

    @Override
    public ModelProfile profile() {
        return new ModelProfile("benchmark", "stub", dimensions, 1_000, 512);
    }

    @Override
    public List<EmbeddingVector> embedDocuments(List<String> documents) {
        return documents.stream().map(this::embedQuery).toList();
    }

    @Override
    public EmbeddingVector embedQuery(String query) {
        return EmbeddingVector.normalised(texts.vector(query));
    }
}
