package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Some advisory locks of PostgreSQL, held by a connection of their own. The server frees them when the connection ends,
 * however their process ended.
 */
record AdvisoryLocks(Connection connection, List<String> names) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLocks.class);

    /** Takes all of these locks. If another connection holds one of them, takes none and returns empty at once. */
    static Optional<AdvisoryLocks> tryAcquire(DataSource dataSource, Collection<String> names) {
        AdvisoryLocks locks = new AdvisoryLocks(open(dataSource), List.copyOf(names));
        boolean taken = false;
        try {
            taken = locks.names.stream()
                    .allMatch(name -> locks.call("select pg_try_advisory_lock(hashtextextended(?, 0))", name));
            return taken ? Optional.of(locks) : Optional.empty();
        } finally {
            if (!taken) {
                locks.close();
            }
        }
    }

    private static Connection open(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("open a connection for locks", null, e);
        }
    }

    /**
     * Releases the locks and throws nothing. The work under the locks is done, and its outcome must not be lost with
     * the connection.
     */
    @Override
    public void close() {
        try (connection;
                PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            LOG.warn("Locks {} are free already, since their connection has ended: {}", names, e.getMessage());
        }
    }

    private boolean call(String sql, String name) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("take lock " + name, sql, e);
        }
    }
}
