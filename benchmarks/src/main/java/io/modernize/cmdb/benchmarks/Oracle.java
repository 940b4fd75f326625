package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/** The true nearest rows of one client, by brute force over the vectors as they were generated. */
final class Oracle {
    private final List<Row> rows = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    static Oracle of(Dataset dataset, int client) {
        Oracle oracle = new Oracle();
        for (int number : dataset.rowsOf(client)) {
            Row row = dataset.row(number);
            oracle.add(row, dataset.vector(row));
        }
        return oracle;
    }

    void add(Row row, float[] vector) {
        rows.add(row);
        vectors.add(vector);
    }

    /** The nearest rows that pass the search's filter: {@code topK} of them, or all if there are fewer. */
    Set<UUID> nearest(Search search) {
        PriorityQueue<Scored> best = new PriorityQueue<>((left, right) -> Float.compare(left.score, right.score));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.passes(search)) {
                float score = Vectors.dot(search.question().vector(), vectors.get(i));
                if (best.size() < search.topK()) {
                    best.add(new Scored(row.id(), score));
                } else if (score > best.element().score) {
                    best.remove();
                    best.add(new Scored(row.id(), score));
                }
            }
        }
        Set<UUID> found = new HashSet<>();
        best.forEach(scored -> found.add(scored.id));
        return found;
    }

    /**
     * The share of the true nearest rows that were returned, 0 to 1. If fewer than {@code topK} rows exist, it is a
     * share of those. If none exists, it is 1.
     */
    static double recall(Set<UUID> expected, List<UUID> returned) {
        if (expected.isEmpty()) {
            return 1;
        }
        return (double) new HashSet<>(returned)
                        .stream().filter(expected::contains).count()
                / expected.size();
    }

    private record Scored(UUID id, float score) {}
}
