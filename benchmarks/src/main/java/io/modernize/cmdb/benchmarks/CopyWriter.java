package io.modernize.cmdb.benchmarks;

import java.util.List;

/** Writes rows by plain COPY, as a limit to compare with. */
record CopyWriter(Prepare before, Copy copy) implements Writer {

    @FunctionalInterface
    interface Prepare {
        void run(List<Row> rows) throws Exception;
    }

    @FunctionalInterface
    interface Copy {
        void run(List<Row> rows, List<float[]> vectors) throws Exception;
    }

    @Override
    public void prepare(List<Row> rows) throws Exception {
        before.run(rows);
    }

    @Override
    public void save(List<Row> rows, List<float[]> vectors) throws Exception {
        copy.run(rows, vectors);
    }

    @Override
    public void delete(List<Row> rows) {
        throw new UnsupportedOperationException("COPY deletes nothing");
    }

    @Override
    public void close() {}
}
