package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModelContract;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The port's contract, over HTTP. */
class DeepInfraEmbeddingModelTests extends EmbeddingModelContract {
    private final DeepInfraStandIn provider = ModelUnderTest.standIn(256);

    @SuppressWarnings("NullAway.Init")
    private DeepInfraEmbeddingModel model;

    @BeforeEach
    void connect() {
        model = new ModelUnderTest().at(provider.baseUrl(), 256, Prompts.NONE);
    }

    @AfterEach
    void close() {
        model.close();
        provider.close();
    }

    @Override
    protected EmbeddingModel model() {
        return model;
    }
}
