package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTests {
    private static final int ROWS = 20_000;
    private static final int CLIENTS = 50;

    private final Dataset dataset = new Dataset(ROWS, CLIENTS, new TopicVectors(16));

    @Test
    void isTheSameEachTime() {
        Dataset again = new Dataset(ROWS, CLIENTS, new TopicVectors(16));

        for (int number : List.of(0, 1, 777, ROWS - 1, ROWS + 5)) {
            assertThat(again.row(number)).isEqualTo(dataset.row(number));
            assertThat(again.vector(again.row(number))).containsExactly(dataset.vector(dataset.row(number)));
        }
        assertThat(again.question(3, 4).vector())
                .containsExactly(dataset.question(3, 4).vector());
    }

    @Test
    void givesClientsSharesByZipf() {
        double harmonic = IntStream.rangeClosed(1, CLIENTS)
                .mapToDouble(rank -> 1.0 / rank)
                .sum();
        for (int client : List.of(0, 1, 4, 9)) {
            double expected = ROWS / harmonic / (client + 1);
            assertThat((double) dataset.size(client)).isCloseTo(expected, within(0.15 * expected));
        }
        assertThat(IntStream.range(0, CLIENTS).map(dataset::size).sum()).isEqualTo(ROWS);
    }

    @Test
    void interleavesTheRowsOfClients() {
        long changes = IntStream.range(1, ROWS)
                .filter(number ->
                        dataset.row(number).client() != dataset.row(number - 1).client())
                .count();
        assertThat(changes).isGreaterThan(ROWS / 2);
    }

    @Test
    void knowsTheRowsOfAClient() {
        int[] rows = dataset.rowsOf(7);

        assertThat(rows).hasSize(dataset.size(7)).isSorted();
        for (int number : rows) {
            assertThat(dataset.row(number).client()).isEqualTo(7);
        }
    }

    @Test
    void letsFiltersThroughAsTheySay() {
        for (Attribute attribute : Attribute.values()) {
            long matching = IntStream.range(0, ROWS)
                    .filter(number -> dataset.row(number).number(attribute) == 3)
                    .count();
            double expected = (double) ROWS / attribute.cardinality();
            assertThat((double) matching).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
    }

    @Test
    void hasAnIdentifierOfItsOwnForEverything() {
        Set<UUID> identifiers = new HashSet<>();
        for (int number = 0; number < ROWS; number++) {
            identifiers.add(dataset.row(number).id());
        }
        for (int client = 0; client < CLIENTS; client++) {
            identifiers.add(Dataset.clientId(client));
            identifiers.add(Dataset.engagementId(client));
        }
        assertThat(identifiers).hasSize(ROWS + 2 * CLIENTS);
        assertThat(identifiers).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    @Test
    void makesVectorsOfLengthOne() {
        float[] vector = dataset.vector(dataset.row(5));

        assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5f));
    }

    @Test
    void asksNearAnAssetButNotForIt() {
        Question question = dataset.question(2, 0);

        assertThat(question.source().client()).isEqualTo(2);
        assertThat(Vectors.dot(question.vector(), dataset.vector(question.source())))
                .isBetween(0.7f, 0.999f);
    }

    @Test
    void refusesMoreRowsThanThereAreVectors() {
        VectorSource few = new VectorSource() {
            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public int limit() {
                return 3;
            }

            @Override
            public float[] vector(int row, int client) {
                return new float[] {1, 0};
            }
        };
        assertThatIllegalArgumentException().isThrownBy(() -> new Dataset(4, 1, few));
    }

    @Test
    void findsTheBandsThatExist() {
        List<Band> bands = Band.of(dataset, List.of(1_000_000, 500, 1));

        assertThat(bands.getFirst().rows()).isEqualTo(dataset.size(0));
        assertThat(bands).hasSize(2);
        assertThat(bands.getLast().isAbout(500)).isTrue();
    }
}
