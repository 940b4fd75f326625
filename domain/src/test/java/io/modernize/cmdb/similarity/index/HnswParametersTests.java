package io.modernize.cmdb.similarity.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HnswParametersTests {
    @ParameterizedTest
    @CsvSource({"2, 4", "16, 64", "100, 200", "100, 1000"})
    void takesWhatPgvectorTakes(int m, int efConstruction) {
        assertThat(new HnswParameters(m, efConstruction).m()).isEqualTo(m);
    }

    @ParameterizedTest
    @CsvSource({"1, 64", "101, 400", "16, 31", "2, 3", "16, 1001"})
    void refusesWhatPgvectorRefuses(int m, int efConstruction) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HnswParameters(m, efConstruction));
    }

    @Test
    void areByDefaultThoseOfPgvector() {
        assertThat(HnswParameters.DEFAULT).isEqualTo(new HnswParameters(16, 64));
    }
}
