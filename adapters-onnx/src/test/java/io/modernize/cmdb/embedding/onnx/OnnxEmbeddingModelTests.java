package io.modernize.cmdb.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModelContract;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxEmbeddingModelTests extends EmbeddingModelContract {
    @SuppressWarnings("NullAway.Init")
    private static OnnxEmbeddingModel model;

    @BeforeAll
    static void load() {
        model = OnnxEmbeddingModel.load(InferenceLanes.forProcessors(8));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Override
    protected EmbeddingModel model() {
        return model;
    }

    @Test
    void isTheQuantisedBgeSmall() {
        assertThat(model.profile()).isEqualTo(new ModelProfile("onnx", "bge-small-en-v1.5-q", 384, 64, 512));
    }

    @Test
    void placesTextsOfLikeMeaningCloserThanOthers() {
        EmbeddingVector query = model.embedQuery("databases that hold customer records");
        List<EmbeddingVector> documents = model.embedDocuments(List.of(
                "srv-pg-3, linux server. Description: PostgreSQL database with client accounts",
                "prn-09, printer. Description: colour laser printer on the third floor"));

        assertThat(query.cosineSimilarity(documents.getFirst()))
                .isGreaterThan(query.cosineSimilarity(documents.getLast()));
    }

    @Test
    void embedsAQueryUnlikeADocumentOfTheSameText() {
        String text = "oracle database server";

        double similarity = model.embedQuery(text).cosineSimilarity(document(text));

        assertThat(similarity).isLessThan(0.99);
    }

    @Test
    void prefixesQueriesWithTheAuthorsInstruction() {
        EmbeddingVector prefixed = document("Represent this sentence for searching relevant passages: linux");

        assertThat(model.embedQuery("linux").cosineSimilarity(prefixed)).isCloseTo(1, within(1e-6));
    }

    @Test
    void ignoresWhatComesAfter512Tokens() {
        String tokens510 = "alpha server ".repeat(255);

        double similarity = document(tokens510).cosineSimilarity(document(tokens510 + "kitchen recipe ".repeat(300)));

        assertThat(similarity).isCloseTo(1, within(1e-5));
    }

    @Test
    void refusesATextWithoutTokens() {
        String zeroWidthSpace = "\u200b";

        assertThatThrownBy(() -> document(zeroWidthSpace))
                .isInstanceOfSatisfying(
                        EmbeddingUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.INPUT_REFUSED));
    }

    @Test
    void callsNobodyHome() {
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    private static EmbeddingVector document(String text) {
        return model.embedDocuments(List.of(text)).getFirst();
    }
}
