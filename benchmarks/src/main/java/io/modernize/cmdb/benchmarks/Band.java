package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A client that stands for others of its size.
 *
 * @param rows the number of rows of the client
 */
record Band(int client, int rows) {
    /** The share of the wanted size by which a client may differ from it and still stand for that size. */
    private static final double TOLERANCE = 0.25;

    /** The largest client and the clients nearest to the wanted sizes, as far as there are any, by descending size. */
    static List<Band> of(Dataset dataset, List<Integer> wantedSizes) {
        List<Band> all = IntStream.range(0, dataset.clients())
                .mapToObj(client -> new Band(client, dataset.size(client)))
                .toList();
        List<Band> bands = new ArrayList<>();
        bands.add(all.stream().max(Comparator.comparingInt(Band::rows)).orElseThrow());
        for (int wanted : wantedSizes) {
            Band nearest = all.stream()
                    .min(Comparator.comparingInt(band -> Math.abs(band.rows - wanted)))
                    .orElseThrow();
            if (nearest.isAbout(wanted) && bands.stream().noneMatch(band -> band.isAbout(wanted))) {
                bands.add(nearest);
            }
        }
        return bands;
    }

    boolean isAbout(int wantedRows) {
        return Math.abs(rows - wantedRows) <= TOLERANCE * wantedRows;
    }

    String label() {
        return "client with %,d rows".formatted(rows);
    }
}
