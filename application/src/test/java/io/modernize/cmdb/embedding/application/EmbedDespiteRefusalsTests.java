package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbedDespiteRefusals.DocumentOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedDespiteRefusalsTests {
    private static final int DOCUMENTS = 64;

    private final PickyModel model = new PickyModel();
    private final EmbedDespiteRefusals embed = new EmbedDespiteRefusals(model);

    @Test
    void asksOnceWhereNothingIsRefused() {
        List<String> documents = numbered();

        EmbedDespiteRefusals.Result result = embed.embed(documents);

        assertThat(result.outcomes()).isEqualTo(embedded(documents));
        assertThat(result.tokens()).hasValue(DOCUMENTS);
        assertThat(model.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 40, 63})
    void findsTheCulpritWhereverItStands(int position) {
        List<String> documents = numbered();
        String culprit = documents.get(position);
        model.refused = culprit::equals;

        List<DocumentOutcome> outcomes = embed.embed(documents).outcomes();

        assertThat(outcomes).hasSize(DOCUMENTS);
        for (int i = 0; i < DOCUMENTS; i++) {
            DocumentOutcome expected = i == position
                    ? new DocumentOutcome.Refused("refused, 1 text")
                    : embedded(documents).get(i);
            assertThat(outcomes.get(i)).as("document %d", i).isEqualTo(expected);
        }
        // The whole, both halves of each of six levels, and perhaps the harmless text.
        assertThat(model.calls).hasSizeBetween(13, 14);
    }

    @Test
    void findsSeveralCulprits() {
        List<String> documents = numbered();
        model.refused = text -> text.endsWith("7");

        List<DocumentOutcome> outcomes = embed.embed(documents).outcomes();

        for (int i = 0; i < DOCUMENTS; i++) {
            assertThat(outcomes.get(i) instanceof DocumentOutcome.Refused)
                    .as("document %d", i)
                    .isEqualTo(i % 10 == 7);
        }
        assertThat(model.calls).hasSizeLessThan(2 * DOCUMENTS);
    }

    @Test
    void callsEveryDocumentACulpritOnlyWhereAHarmlessOneIsTaken() {
        model.refused = text -> !text.equals(EmbedDespiteRefusals.HARMLESS);

        assertThat(embed.embed(numbered()).outcomes())
                .hasSize(DOCUMENTS)
                .allMatch(DocumentOutcome.Refused.class::isInstance);
        assertThat(model.calls).hasSize(2 * DOCUMENTS);
    }

    @Test
    void blamesNoDocumentWhereEverythingIsRefused() {
        model.refused = text -> true;

        assertThatThrownBy(() -> embed.embed(numbered()))
                .isInstanceOfSatisfying(
                        EmbeddingUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.INPUT_REFUSED));
        // Down to the first one, and the harmless one.
        assertThat(model.calls).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INPUT_REFUSED")
    void passesOnEveryOtherFailure(Reason reason) {
        model.failure = new EmbeddingUnavailableException(reason, "not now");

        assertThatThrownBy(() -> embed.embed(numbered())).isSameAs(model.failure);
        assertThat(model.calls).hasSize(1);
    }

    @Test
    void addsUpTheTokensOfEveryCallThatWasAnswered() {
        List<String> documents = List.of("a", "b", "c", "d");
        model.refused = "a"::equals;

        // c and d together, b alone, and the harmless text that clears the way to blame a.
        assertThat(embed.embed(documents).tokens()).hasValue(4);
    }

    private static List<String> numbered() {
        return IntStream.range(0, DOCUMENTS).mapToObj(i -> "document " + i).toList();
    }

    private List<DocumentOutcome> embedded(List<String> documents) {
        return documents.stream()
                .<DocumentOutcome>map(text -> new DocumentOutcome.Embedded(model.vectors.vectorOf(text)))
                .toList();
    }

    /** Refuses a call whole for one text of it; charges a token a text. */
    private static final class PickyModel implements EmbeddingModel {
        private final HashingEmbeddingModel vectors = new HashingEmbeddingModel(64);
        private final List<List<String>> calls = new ArrayList<>();
        private Predicate<String> refused = text -> false;
        private EmbeddingUnavailableException failure =
                new EmbeddingUnavailableException(Reason.INPUT_REFUSED, "never thrown");

        @Override
        public ModelProfile profile() {
            return vectors.profile();
        }

        @Override
        public List<EmbeddingVector> embedDocuments(List<String> documents) {
            return embedDocumentsMetered(documents).vectors();
        }

        @Override
        public MeteredVectors embedDocumentsMetered(List<String> documents) {
            calls.add(documents);
            if (failure.reason() != Reason.INPUT_REFUSED) {
                throw failure;
            }
            if (documents.stream().anyMatch(refused)) {
                throw new EmbeddingUnavailableException(
                        Reason.INPUT_REFUSED,
                        "refused, " + documents.size() + (documents.size() == 1 ? " text" : " texts"));
            }
            return new MeteredVectors(
                    documents.stream().map(vectors::vectorOf).toList(), OptionalLong.of(documents.size()));
        }

        @Override
        public EmbeddingVector embedQuery(String query) {
            throw new UnsupportedOperationException("documents only");
        }
    }
}
