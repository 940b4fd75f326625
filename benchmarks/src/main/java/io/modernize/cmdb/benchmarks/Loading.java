package io.modernize.cmdb.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** The common parts of filling the peers' tables. */
final class Loading {
    /** The bytes of vector indexes. The access method tells them; all other indexes are keys and b-trees. */
    private static final String VECTOR_INDEX_BYTES = """
        select coalesce(sum(pg_relation_size(i.indexrelid)), 0)
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        join pg_am a on a.oid = c.relam
        where i.indrelid = '%s'::regclass and a.amname in ('hnsw', 'ivfflat')
        """;

    private Loading() {}

    @FunctionalInterface
    interface RowCopy {
        void write(BinaryCopy copy, Row row, float[] vector) throws Exception;
    }

    /** Fills a table and returns the seconds, without the time for making up the rows. */
    static double copy(ContestantDatabase database, String target, Dataset dataset, RowCopy rows) throws Exception {
        try (Connection connection = database.connect();
                BinaryCopy copy = new BinaryCopy(connection, target)) {
            long spent = 0;
            for (int number = 0; number < dataset.rows(); number++) {
                Row row = dataset.row(number);
                float[] vector = dataset.vector(row);
                long start = System.nanoTime();
                rows.write(copy, row, vector);
                spent += System.nanoTime() - start;
            }
            long start = System.nanoTime();
            copy.finish();
            return (spent + System.nanoTime() - start) / 1e9;
        }
    }

    /** Runs statements and returns the seconds it took. */
    static double seconds(ContestantDatabase database, String... statements) throws SQLException {
        long start = System.nanoTime();
        database.execute(statements);
        return (System.nanoTime() - start) / 1e9;
    }

    static LoadReport report(
            ContestantDatabase database, String table, String system, double copySeconds, double indexSeconds)
            throws SQLException {
        long vectorIndexes = database.number(VECTOR_INDEX_BYTES.formatted(table));
        long indexes = database.number("select pg_indexes_size('" + table + "'::regclass)");
        long bytes = database.number("select pg_table_size('" + table + "'::regclass)");
        return new LoadReport(system, copySeconds, indexSeconds, bytes, vectorIndexes, indexes - vectorIndexes);
    }
}
