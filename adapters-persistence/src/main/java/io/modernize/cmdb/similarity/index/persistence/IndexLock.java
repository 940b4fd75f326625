package io.modernize.cmdb.similarity.index.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only lock on index changes in this database. The connection that makes the changes holds it. A build that
 * continues in the server after its process has died therefore still keeps others out.
 *
 * @param pid the server's process behind the connection
 * @param exclusive the permit of this process, given back with the lock
 */
record IndexLock(Connection connection, int pid, Semaphore exclusive) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexLock.class);
    private static final String LOCK = "service:vector-indexes";

    /**
     * The time to wait for earlier transactions, which builds and drops depend on. If one lasts longer, such as a
     * backup, the next run tries again.
     */
    private static final String LOCK_TIMEOUT = "10min";

    private static final String STATEMENT_TIMEOUT = "12h";

    /**
     * The interval in which the server checks its client. If the process that waits for a build is gone, the server
     * gives the build up.
     */
    private static final String CONNECTION_CHECK_INTERVAL = "10s";

    /** Takes the lock. Empty if another connection holds it; this connection is then closed. */
    static Optional<IndexLock> take(Connection connection, Semaphore exclusive) throws SQLException {
        Optional<IndexLock> lock = Optional.empty();
        try (Statement statement = connection.createStatement()) {
            // Before the lock: whatever fails afterwards would have to give it back.
            statement.execute("set lock_timeout = '" + LOCK_TIMEOUT + "'; set statement_timeout = '"
                    + STATEMENT_TIMEOUT + "'; set client_connection_check_interval = '" + CONNECTION_CHECK_INTERVAL
                    + "'");
            lock = tryTake(connection, exclusive);
            if (lock.isEmpty()) {
                statement.execute("reset all");
            }
            return lock;
        } finally {
            if (lock.isEmpty()) {
                connection.close();
            }
        }
    }

    private static Optional<IndexLock> tryTake(Connection connection, Semaphore exclusive) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0)), pg_backend_pid()")) {
            statement.setString(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1)
                        ? Optional.of(new IndexLock(connection, row.getInt(2), exclusive))
                        : Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("reset all");
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // The lock is gone with the connection, and what was done is done.
            LOG.warn("The connection that held the lock on index changes could not be given back in order", e);
        } finally {
            exclusive.release();
        }
    }
}
