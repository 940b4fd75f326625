package io.modernize.cmdb.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** One way to write rows, measured round by round. */
final class WriteCase {
    private final String name;
    private final Writer writer;
    private final Dataset dataset;
    private final IntFunction<Row> rows;
    private final int batch;
    private int written;
    private double seconds;
    private double lowest = Double.MAX_VALUE;
    private double highest;

    /**
     * @param rows the row to write by its number; {@code WriteWorkload} gives numbers out
     * @param batch the number of rows in one call
     */
    WriteCase(String name, Writer writer, Dataset dataset, IntFunction<Row> rows, int batch) {
        this.name = name;
        this.writer = writer;
        this.dataset = dataset;
        this.rows = rows;
        this.batch = batch;
    }

    /**
     * Warms up without measuring: the first calls compile, connect and fill caches. Returns the number of the next free
     * row.
     */
    int warmUp(int first) throws Exception {
        int next = round(first, 0);
        written = 0;
        seconds = 0;
        lowest = Double.MAX_VALUE;
        highest = 0;
        return next;
    }

    /**
     * Writes whole batches for at least this long. Returns the number of the next free row.
     *
     * @param first the number of the first row to write
     */
    int round(int first, double length) throws Exception {
        int next = first;
        double spent = 0;
        do {
            List<Row> batchRows = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                Row row = rows.apply(next++);
                batchRows.add(row);
                vectors.add(dataset.vector(row));
            }
            writer.prepare(batchRows);
            long start = System.nanoTime();
            writer.save(batchRows, vectors);
            spent += (System.nanoTime() - start) / 1e9;
        } while (spent < length);
        int count = next - first;
        written += count;
        seconds += spent;
        lowest = Math.min(lowest, count / spent);
        highest = Math.max(highest, count / spent);
        return next;
    }

    String name() {
        return name;
    }

    WriteMeasurement measurement() {
        return new WriteMeasurement(name, written, written / seconds, lowest, highest);
    }
}
