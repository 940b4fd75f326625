package io.modernize.cmdb.benchmarks;

import java.util.List;

/** Changes rows as a user of the system would. */
interface Writer extends AutoCloseable {
    /**
     * Prepares new rows before they are saved. The time is not measured. It makes the data that a vector belongs to.
     */
    default void prepare(List<Row> rows) throws Exception {}

    /** Inserts the rows with these vectors, or gives these vectors to existing rows. */
    void save(List<Row> rows, List<float[]> vectors) throws Exception;

    void delete(List<Row> rows) throws Exception;

    @Override
    void close();
}
