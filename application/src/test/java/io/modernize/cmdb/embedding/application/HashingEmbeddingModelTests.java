package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashingEmbeddingModelTests extends EmbeddingModelContract {
    private final HashingEmbeddingModel model = new HashingEmbeddingModel(384);

    @Override
    protected EmbeddingModel model() {
        return model;
    }

    @Test
    void placesTextsCloserTheMoreWordsTheyShare() {
        double twoShared = similarity("red linux server", "blue linux server");
        double oneShared = similarity("red linux server", "blue windows server");
        double noneShared = similarity("red linux server", "three coffee mugs");

        assertThat(twoShared).isGreaterThan(oneShared);
        assertThat(oneShared).isGreaterThan(noneShared);
    }

    @Test
    void givesTheSameVectorsInEveryInstance() {
        assertThat(new HashingEmbeddingModel(384).embedQuery("Linux, server"))
                .isEqualTo(model.embedQuery("linux SERVER"));
    }

    @Test
    void embedsAtAnyDimensions() {
        assertThat(new HashingEmbeddingModel(1).embedQuery("linux").dimensions())
                .isEqualTo(1);
        assertThat(new HashingEmbeddingModel(4_000).embedQuery("--").dimensions())
                .isEqualTo(4_000);
    }

    @Test
    void failsAsOftenAsToldAndCountsCalls() {
        EmbeddingUnavailableException failure = new EmbeddingUnavailableException(Reason.OVERLOADED, "busy");
        model.failNext(2, failure);

        assertThatThrownBy(() -> model.embedQuery("linux")).isSameAs(failure);
        assertThatThrownBy(() -> model.embedDocuments(List.of("linux"))).isSameAs(failure);
        model.embedDocuments(List.of("linux", "windows"));

        assertThat(model.queryCalls()).isEqualTo(1);
        assertThat(model.documentCalls()).isEqualTo(2);
        assertThat(model.documentsEmbedded()).isEqualTo(2);
    }

    private double similarity(String one, String other) {
        return model.embedQuery(one).cosineSimilarity(model.embedQuery(other));
    }
}
