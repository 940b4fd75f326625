package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modernize.cmdb.embedding.protocol.deepinfra.EncodingFormat;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenModelTests {
    @ParameterizedTest
    @CsvSource({
        "BAAI/bge-base-en-v1.5, 768, 512",
        "BAAI/bge-large-en-v1.5, 1024, 512",
        "BAAI/bge-m3, 1024, 8192",
        "Qwen/Qwen3-Embedding-0.6B, 1024, 32768",
        "Qwen/Qwen3-Embedding-4B, 2560, 32768",
        "google/embeddinggemma-300m, 768, 2048",
        "intfloat/e5-base-v2, 768, 512",
        "intfloat/e5-large-v2, 1024, 512",
        "intfloat/multilingual-e5-large, 1024, 512",
        "sentence-transformers/all-MiniLM-L6-v2, 384, 512",
        "thenlper/gte-base, 768, 512",
        "thenlper/gte-large, 1024, 512",
    })
    void knowsTheModelsServed(String name, int dimensions, int maxInputTokens) {
        ChosenModel model = choose(name, null, null, null);

        assertThat(model.profile().dimensions()).isEqualTo(dimensions);
        assertThat(model.profile().maxInputTokens()).isEqualTo(maxInputTokens);
        assertThat(model.requestedDimensions()).isNull();
    }

    @Test
    void promptsEachFamilyItsOwnWay() {
        assertThat(query("BAAI/bge-large-en-v1.5"))
                .isEqualTo("Represent this sentence for searching relevant passages: x");
        assertThat(query("Qwen/Qwen3-Embedding-4B")).startsWith("Instruct: ").endsWith("\nQuery:x");
        assertThat(query("intfloat/e5-base-v2")).isEqualTo("query: x");
        assertThat(query("google/embeddinggemma-300m")).isEqualTo("task: search result | query: x");
        assertThat(query("BAAI/bge-m3")).isEqualTo("x");

        assertThat(document("BAAI/bge-large-en-v1.5")).isEqualTo("x");
        assertThat(document("Qwen/Qwen3-Embedding-4B")).isEqualTo("x");
        assertThat(document("intfloat/e5-base-v2")).isEqualTo("passage: x");
        assertThat(document("google/embeddinggemma-300m")).isEqualTo("title: none | text: x");
    }

    @Test
    void cutsTheVectorsOfMatryoshkaModels() {
        ChosenModel model = choose("Qwen/Qwen3-Embedding-8B", 1_536, null, null);

        assertThat(model.profile().dimensions()).isEqualTo(1_536);
        assertThat(model.requestedDimensions()).isEqualTo(1_536);
    }

    @Test
    void wantsTheLargestQwenCutToWhatAnIndexHolds() {
        refuses("Qwen/Qwen3-Embedding-8B", null, null, null, "at most 4000");
        refuses("Qwen/Qwen3-Embedding-8B", 4_001, null, null, "at most 4000");
        assertThat(choose("Qwen/Qwen3-Embedding-8B", 4_000, null, null).requestedDimensions())
                .isEqualTo(4_000);
    }

    @Test
    void refusesDimensionsThatTheModelHasNot() {
        refuses("BAAI/bge-m3", 2_048, null, null, "pad its vectors with zeros");
        refuses("BAAI/bge-m3", 512, null, null, "was not trained to be cut");
        refuses("Qwen/Qwen3-Embedding-4B", 31, null, null, "least, 32");
    }

    @Test
    void asksForNoDimensionsWhereTheNativeOnesAreConfigured() {
        assertThat(choose("BAAI/bge-m3", 1_024, null, null).requestedDimensions())
                .isNull();
    }

    @Test
    void letsTheQueryPrefixOfAKnownModelBeChangedButNotItsDocumentPrefix() {
        assertThat(choose("Qwen/Qwen3-Embedding-4B", null, "find: ", null)
                        .prompts()
                        .query("x"))
                .isEqualTo("find: x");
        refuses("Qwen/Qwen3-Embedding-4B", null, null, "doc: ", "would not compare");
    }

    @Test
    void wantsDimensionsAndPrefixesOfAModelThatItDoesNotKnow() {
        refuses("text-embedding-ada-002", null, null, null, "not one of those known here");
        refuses("in-house/model", 96, null, "", "query-prefix");
        refuses("in-house/model", 96, "", null, "document-prefix");
        refuses("in-house/model", 5_000, "", "", "at most 4000");
        refuses("in-house/model", 0, "", "", "positive");

        ChosenModel model = choose("in-house/model", 96, "", "doc: ");
        assertThat(model.profile().dimensions()).isEqualTo(96);
        assertThat(model.requestedDimensions()).isNull();
        assertThat(model.prompts().document("x")).isEqualTo("doc: x");
    }

    private static String query(String model) {
        return choose(model, null, null, null).prompts().query("x");
    }

    private static String document(String model) {
        return choose(model, null, null, null).prompts().document("x");
    }

    private static void refuses(
            String model,
            @Nullable Integer dimensions,
            @Nullable String queryPrefix,
            @Nullable String documentPrefix,
            String why) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> choose(model, dimensions, queryPrefix, documentPrefix))
                .withMessageContaining(why);
    }

    private static ChosenModel choose(
            String model, @Nullable Integer dimensions, @Nullable String queryPrefix, @Nullable String documentPrefix) {
        Duration second = Duration.ofSeconds(1);
        return ChosenModel.of(new DeepInfraProperties(
                        URI.create("https://example.org"),
                        model,
                        dimensions,
                        queryPrefix,
                        documentPrefix,
                        null,
                        EncodingFormat.BASE64,
                        second,
                        null,
                        new DeepInfraProperties.Concurrency(200, 16),
                        new DeepInfraProperties.Suspension(20, 10, second, second),
                        new DeepInfraProperties.Documents(second, 1, second, second, 128, 250_000),
                        new DeepInfraProperties.Queries(second, 1, second, second))
                .modelSettings());
    }
}
