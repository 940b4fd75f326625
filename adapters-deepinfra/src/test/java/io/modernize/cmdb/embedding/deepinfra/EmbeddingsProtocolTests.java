package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.protocol.deepinfra.EncodingFormat;
import io.modernize.cmdb.testsupport.deepinfra.Bodies;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.Received;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked, and how lawful answers are read. */
class EmbeddingsProtocolTests {
    private final DeepInfraStandIn provider = ModelUnderTest.standIn(3);
    private final ModelUnderTest setup = new ModelUnderTest();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void postsModelInputsAndKey() {
        try (DeepInfraEmbeddingModel model = model(Prompts.NONE)) {
            model.embedDocuments(List.of("one", "two"));
        }

        Received request = provider.received().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/openai/embeddings");
        assertThat(request.authorization()).isEqualTo("Bearer " + ModelUnderTest.KEY);
        assertThat(request.inputs()).containsExactly("one", "two");
        assertThat(request.body().get("model").asString()).isEqualTo("a/model");
        assertThat(request.body().get("encoding_format").asString()).isEqualTo("base64");
        assertThat(request.body().has("dimensions")).isFalse();
    }

    @Test
    void asksForDimensionsOnlyWhereFewerThanNativeAreWanted() {
        ChosenModel cut = new ChosenModel(new ModelProfile("deepinfra", "a/model", 32, 1_024, 512), Prompts.NONE, 32);
        try (DeepInfraEmbeddingModel model = setup.at(provider.baseUrl(), cut)) {
            model.embedQuery("one");
        }

        assertThat(provider.received().getFirst().body().get("dimensions").asInt())
                .isEqualTo(32);
    }

    @Test
    void prefixesQueriesAndDocumentsEachTheirOwnWay() {
        try (DeepInfraEmbeddingModel model = model(new Prompts("query: ", "passage: "))) {
            model.embedDocuments(List.of("one"));
            model.embedQuery("two");
        }

        assertThat(provider.received().getFirst().inputs()).containsExactly("passage: one");
        assertThat(provider.received().getLast().inputs()).containsExactly("query: two");
    }

    @ParameterizedTest
    @EnumSource
    void readsEitherEncodingWhicheverWasAskedFor(EncodingFormat asked) {
        provider.next(
                answer(200, data(List.of(Bodies.floatItem(0, 3, -4, 0)))),
                answer(200, data(List.of(Bodies.base64Item(0, 3, -4, 0)))));

        try (DeepInfraEmbeddingModel model = setup.encodingFormat(asked).at(provider.baseUrl(), 3, Prompts.NONE)) {
            assertThat(model.embedQuery("one").toArray()).containsExactly(0.6f, -0.8f, 0f);
            assertThat(model.embedQuery("one").toArray()).containsExactly(0.6f, -0.8f, 0f);
        }
        assertThat(provider.received().getFirst().body().get("encoding_format").asString())
                .isEqualTo(asked.wireName());
    }

    @Test
    void ordersVectorsByIndex() {
        provider.next(answer(
                200,
                data(List.of(
                        Bodies.floatItem(2, 0, 0, 1), Bodies.floatItem(0, 1, 0, 0), Bodies.floatItem(1, 0, 1, 0)))));

        try (DeepInfraEmbeddingModel model = model(Prompts.NONE)) {
            assertThat(model.embedDocuments(List.of("a", "b", "c")))
                    .containsExactly(
                            EmbeddingVector.normalised(new float[] {1, 0, 0}),
                            EmbeddingVector.normalised(new float[] {0, 1, 0}),
                            EmbeddingVector.normalised(new float[] {0, 0, 1}));
        }
    }

    @Test
    void splitsLongTextsOverSeveralRequestsAndKeepsTheirOrder() {
        List<String> documents = Stream.of("alpha ", "beta ", "gamma ")
                .map(word -> word.repeat(20_000))
                .toList();
        try (DeepInfraEmbeddingModel model = model(Prompts.NONE)) {
            List<EmbeddingVector> vectors = model.embedDocuments(documents);

            assertThat(provider.received()).hasSize(2);
            assertThat(vectors.getLast().cosineSimilarity(model.embedQuery("gamma")))
                    .isGreaterThan(0.999);
        }
    }

    @Test
    void sendsHalfASurrogatePairAsAReplacement() {
        try (DeepInfraEmbeddingModel model = model(Prompts.NONE)) {
            model.embedQuery("half \ud83d");
        }

        assertThat(provider.received().getFirst().inputs()).containsExactly("half ?");
    }

    private DeepInfraEmbeddingModel model(Prompts prompts) {
        return setup.at(provider.baseUrl(), 3, prompts);
    }

    private static Fault.Answer answer(int status, String body) {
        return new Fault.Answer(status, Map.of(), body);
    }

    private static String data(List<String> items) {
        return Bodies.list(items, "m", 1);
    }
}
