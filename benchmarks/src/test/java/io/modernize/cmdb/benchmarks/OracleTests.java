package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OracleTests {
    private final Dataset dataset = new Dataset(2_000, 3, new TopicVectors(32));
    private final Oracle oracle = Oracle.of(dataset, 1);

    @Test
    void findsTheNearestRowsOfTheClient() {
        Search search = new Search(dataset.question(1, 0), Selectivity.ALL, 10);

        Set<UUID> nearest = oracle.nearest(search);

        assertThat(nearest).hasSize(10).contains(search.question().source().id());
        double worst = nearest(nearest, search, true);
        double bestOther = nearest(nearest, search, false);
        assertThat(worst).isGreaterThanOrEqualTo(bestOther);
    }

    @Test
    void appliesTheFilter() {
        Search search = new Search(dataset.question(1, 1), Selectivity.THOUSANDTH, 10);

        Set<UUID> nearest = oracle.nearest(search);

        assertThat(nearest).isNotEmpty().hasSizeLessThan(10);
        for (int number : dataset.rowsOf(1)) {
            Row row = dataset.row(number);
            assertThat(nearest.contains(row.id()))
                    .isEqualTo(row.supportGroup() == search.question().source().supportGroup());
        }
    }

    @Test
    void countsRecallOverWhatExists() {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        UUID other = new UUID(0, 3);

        assertThat(Oracle.recall(Set.of(first, second), List.of(second, first))).isEqualTo(1);
        assertThat(Oracle.recall(Set.of(first, second), List.of(other, first))).isEqualTo(0.5);
        assertThat(Oracle.recall(Set.of(first, second), List.of(first, first))).isEqualTo(0.5);
        assertThat(Oracle.recall(Set.of(), List.of())).isEqualTo(1);
    }

    /** The least score among the rows found, or the greatest among the others. */
    private double nearest(Set<UUID> found, Search search, boolean least) {
        double result = least ? 1 : -1;
        for (int number : dataset.rowsOf(1)) {
            Row row = dataset.row(number);
            if (found.contains(row.id()) == least) {
                double score = Vectors.dot(search.question().vector(), dataset.vector(row));
                result = least ? Math.min(result, score) : Math.max(result, score);
            }
        }
        return result;
    }
}
