package io.modernize.cmdb.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingVectorTests {
    @Test
    void isOfLengthOne() {
        assertThat(EmbeddingVector.normalised(new float[] {3, 4}).toArray()).containsExactly(0.6f, 0.8f);
    }

    @Test
    void isOfLengthOneWhereSquaresOfFloatsWouldOverflowOrVanish() {
        assertThat(EmbeddingVector.normalised(new float[] {3e38f, 3e38f}).toArray())
                .containsExactly((float) Math.sqrt(0.5), (float) Math.sqrt(0.5));
        assertThat(EmbeddingVector.normalised(new float[] {1e-38f, 0}).toArray())
                .containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesValuesThatAreNotFinite(float value) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmbeddingVector.normalised(new float[] {1, value}));
    }

    @Test
    void refusesAVectorWithoutDirection() {
        assertThatIllegalArgumentException().isThrownBy(() -> EmbeddingVector.normalised(new float[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> EmbeddingVector.normalised(new float[0]));
    }

    @Test
    void doesNotChangeWithTheArraysItCameFromOrGave() {
        float[] values = {1, 0};
        EmbeddingVector vector = EmbeddingVector.normalised(values);

        values[0] = 7;
        vector.toArray()[1] = 7;

        assertThat(vector.toArray()).containsExactly(1, 0);
    }

    @Test
    void saysHowAlikeTwoVectorsAre() {
        EmbeddingVector east = EmbeddingVector.normalised(new float[] {2, 0});

        assertThat(east.cosineSimilarity(east)).isEqualTo(1);
        assertThat(east.cosineSimilarity(EmbeddingVector.normalised(new float[] {0, 5})))
                .isZero();
        assertThat(east.cosineSimilarity(EmbeddingVector.normalised(new float[] {-1, 0})))
                .isEqualTo(-1);
        assertThat(east.cosineSimilarity(EmbeddingVector.normalised(new float[] {1, 1})))
                .isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void staysBetweenMinusOneAndOneInSpiteOfRounding() {
        float[] values = new float[777];
        Arrays.fill(values, 0.1f);
        EmbeddingVector vector = EmbeddingVector.normalised(values);

        assertThat(vector.cosineSimilarity(vector)).isLessThanOrEqualTo(1);
    }

    @Test
    void comparesWithVectorsOfTheSameDimensionsOnly() {
        EmbeddingVector two = EmbeddingVector.normalised(new float[] {1, 2});
        EmbeddingVector three = EmbeddingVector.normalised(new float[] {1, 2, 3});

        assertThatIllegalArgumentException().isThrownBy(() -> two.cosineSimilarity(three));
    }

    @Test
    void isEqualByValueAndKeepsItsValuesOutOfLogs() {
        EmbeddingVector one = EmbeddingVector.normalised(new float[] {1, 2});
        EmbeddingVector same = EmbeddingVector.normalised(new float[] {1, 2});

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(EmbeddingVector.normalised(new float[] {2, 1}));
        assertThat(one).hasToString("EmbeddingVector[2 dimensions]");
    }
}
