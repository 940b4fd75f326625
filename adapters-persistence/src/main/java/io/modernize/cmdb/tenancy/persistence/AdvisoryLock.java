package io.modernize.cmdb.tenancy.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * One of PostgreSQL's advisory locks, held by a connection of its own: the server frees it when the connection ends,
 * however the process that held it ended.
 */
record AdvisoryLock(Connection connection, String name) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLock.class);

    /** Takes the lock, or answers empty at once where another connection holds it. */
    static Optional<AdvisoryLock> tryAcquire(DataSource dataSource, String name) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (call(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                    return Optional.of(new AdvisoryLock(connection, name));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("take lock " + name, null, e);
        }
    }

    /** Throws nothing: what was done under the lock is done, and its outcome is not to be lost with the connection. */
    @Override
    public void close() {
        try (connection) {
            call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
        } catch (SQLException e) {
            LOG.warn("Lock {} is free already, since its connection has ended: {}", name, e.getMessage());
        }
    }

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
