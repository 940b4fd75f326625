package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingModel} keeps, whether it is a fake, runs in this process or is hosted elsewhere. */
public abstract class EmbeddingModelContract {
    /** Float arithmetic of models and of normalisation. Texts of different meaning lie orders of magnitude apart. */
    private static final double TOLERANCE = 1e-4;

    private static final String ORACLE = "srv-ora-17, linux server. Description: Oracle database server for billing";
    private static final String PRINTER = "prn-09, printer. Description: colour laser printer on the third floor";
    private static final String SWITCH = "sw-core-2, network switch. Description: core network switch of the campus";

    /** The model under test; may be the same one at every call. */
    protected abstract EmbeddingModel model();

    @Test
    void describesItself() {
        ModelProfile profile = model().profile();

        assertThat(profile.provider()).isNotBlank();
        assertThat(profile.model()).isNotBlank();
        assertThat(profile).isEqualTo(model().profile());
    }

    @Test
    void embedsDocumentsAsVectorsOfItsDimensionsAndOfLengthOne() {
        List<EmbeddingVector> vectors = model().embedDocuments(List.of(ORACLE, PRINTER));

        assertThat(vectors).hasSize(2).allSatisfy(this::hasDimensionsAndLengthOne);
    }

    @Test
    void embedsAQueryAsAVectorOfItsDimensionsAndOfLengthOne() {
        hasDimensionsAndLengthOne(model().embedQuery("oracle database"));
    }

    @Test
    void keepsTheOrderOfDocuments() {
        List<String> documents = List.of(ORACLE, PRINTER, SWITCH);

        List<EmbeddingVector> together = model().embedDocuments(documents);

        for (int i = 0; i < documents.size(); i++) {
            EmbeddingVector alone =
                    model().embedDocuments(List.of(documents.get(i))).getFirst();
            assertThat(together.get(i).cosineSimilarity(alone)).isCloseTo(1, within(TOLERANCE));
        }
    }

    @Test
    void embedsTheSameTextTheSameWay() {
        List<EmbeddingVector> vectors = model().embedDocuments(List.of(ORACLE, ORACLE));

        assertThat(vectors.getFirst().cosineSimilarity(vectors.getLast())).isCloseTo(1, within(TOLERANCE));
        assertThat(model().embedQuery("oracle").cosineSimilarity(model().embedQuery("oracle")))
                .isCloseTo(1, within(TOLERANCE));
    }

    @Test
    void embedsTheSameWayWhetherTokensAreAskedForOrNot() {
        MeteredVectors metered = model().embedDocumentsMetered(List.of(ORACLE, PRINTER));

        List<EmbeddingVector> plain = model().embedDocuments(List.of(ORACLE, PRINTER));
        assertThat(metered.vectors()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(metered.vectors().get(i).cosineSimilarity(plain.get(i))).isCloseTo(1, within(TOLERANCE));
        }
        assertThat(metered.tokens().orElse(1)).isPositive();
    }

    @Test
    void placesAQueryNearerToTheDocumentItSpeaksOf() {
        List<EmbeddingVector> vectors = model().embedDocuments(List.of(ORACLE, PRINTER));
        EmbeddingVector query = model().embedQuery("oracle database server");

        assertThat(query.cosineSimilarity(vectors.getFirst())).isGreaterThan(query.cosineSimilarity(vectors.getLast()));
    }

    @Test
    void takesAsManyDocumentsAsItsProfileSays() {
        List<String> most = numbered(model().profile().maxInputs());

        assertThat(model().embedDocuments(most)).hasSameSizeAs(most);
    }

    @Test
    void refusesMoreDocumentsThanItsProfileSays() {
        List<String> tooMany = numbered(model().profile().maxInputs() + 1);

        assertThatIllegalArgumentException().isThrownBy(() -> model().embedDocuments(tooMany));
    }

    @Test
    void refusesNoDocuments() {
        assertThatIllegalArgumentException().isThrownBy(() -> model().embedDocuments(List.of()));
    }

    @Test
    void refusesBlankTexts() {
        assertThatIllegalArgumentException().isThrownBy(() -> model().embedDocuments(List.of(ORACLE, " \t\n")));
        assertThatIllegalArgumentException().isThrownBy(() -> model().embedQuery(""));
        assertThatIllegalArgumentException().isThrownBy(() -> model().embedQuery("  "));
    }

    @Test
    void answersConcurrentCallsAsItDoesSingleOnes() throws Exception {
        EmbeddingVector query = model().embedQuery("oracle database");
        EmbeddingVector document = model().embedDocuments(List.of(PRINTER)).getFirst();
        List<Callable<Double>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> model().embedQuery("oracle database").cosineSimilarity(query));
            calls.add(() ->
                    model().embedDocuments(List.of(ORACLE, PRINTER)).getLast().cosineSimilarity(document));
        }

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Double> similarity : callers.invokeAll(calls)) {
                assertThat(similarity.get()).isCloseTo(1, within(TOLERANCE));
            }
        }
    }

    private void hasDimensionsAndLengthOne(EmbeddingVector vector) {
        assertThat(vector.dimensions()).isEqualTo(model().profile().dimensions());
        double squares = 0;
        for (float value : vector.toArray()) {
            squares += (double) value * value;
        }
        assertThat(Math.sqrt(squares)).isCloseTo(1, within(TOLERANCE));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "server " + i).toList();
    }
}
