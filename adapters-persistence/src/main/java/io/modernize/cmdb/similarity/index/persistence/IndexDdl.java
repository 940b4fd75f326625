package io.modernize.cmdb.similarity.index.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Creates and drops indexes of client accounts, on the connection that holds the lock on changes. */
final class IndexDdl {
    private static final Logger LOG = LoggerFactory.getLogger(IndexDdl.class);

    /** The class of SQLSTATE if memory, shared memory or disk was not enough. */
    private static final String INSUFFICIENT_RESOURCES = "53";

    private final IndexBuildProperties properties;

    IndexDdl(IndexBuildProperties properties) {
        this.properties = properties;
    }

    /** @throws IllegalStateException in a transaction, because PostgreSQL would wait for its end */
    static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an index is not built or dropped within a transaction:"
                    + " PostgreSQL would wait for its end, and so for itself");
        }
    }

    /**
     * Creates an index. If the server lacks the resources for several processes, one process builds it.
     *
     * @param partition the table with the client account's rows, as SQL names it
     */
    void create(Connection connection, IndexDefinition index, String partition) throws SQLException {
        String ddl = ("create index concurrently %s on %s using hnsw ((embedding::halfvec(%d)) halfvec_cosine_ops)"
                        + " with (m = %d, ef_construction = %d) where client_account_id = '%s'"
                        + " and embedding_space_id = '%s' and index_generation <= %d")
                .formatted(
                        index.name(),
                        partition,
                        index.space().dimensions(),
                        index.parameters().m(),
                        index.parameters().efConstruction(),
                        index.clientAccountId(),
                        index.space().id(),
                        index.generation());
        try {
            execute(connection, ddl, properties.parallelWorkers());
        } catch (SQLException e) {
            dropAfter(e, connection, index.name());
            String state = e.getSQLState();
            boolean isWorthASmallerTry =
                    properties.parallelWorkers() > 0 && state != null && state.startsWith(INSUFFICIENT_RESOURCES);
            if (!isWorthASmallerTry) {
                throw e;
            }
            // Workers share the graph in shared memory, of which a container often has little.
            LOG.warn("Index {} cannot be built in parallel, so it is built by one process", index.name(), e);
            execute(connection, ddl, 0);
        }
    }

    /** Drops the useless index of a failed build. If that is not possible now, a later run finds it. */
    private static void dropAfter(SQLException failure, Connection connection, IndexName name) {
        try {
            drop(connection, name);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void execute(Connection connection, String ddl, int parallelWorkers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '" + properties.maintenanceMemoryMb() + "MB'");
            statement.execute("set max_parallel_maintenance_workers = " + parallelWorkers);
            statement.execute(ddl);
        }
    }

    /** Drops an index. Does nothing if there is none. */
    static void drop(Connection connection, IndexName name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop index concurrently if exists " + name);
        }
    }

    /** Drops an index that no search uses any more. If that is not possible now, the next run drops it. */
    static void dropUnused(Connection connection, IndexName name) {
        try {
            drop(connection, name);
        } catch (SQLException e) {
            LOG.warn("Index {} is not used any more, but cannot be dropped now", name, e);
        }
    }
}
