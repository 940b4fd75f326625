package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL's advisory locks, held by a connection of their own: the server frees them when the connection ends,
 * however the process that held them ended.
 */
@Component
class JdbcEngagementLocks implements EngagementLocks {
    private final DataSource dataSource;

    JdbcEngagementLocks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work) {
        String name = work + ":" + scope.clientAccountId() + ":" + engagementId;
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (call(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                    return Optional.of(new HeldByConnection(connection, name));
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

    private static boolean call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private record HeldByConnection(Connection connection, String name) implements Held {
        @Override
        public void close() {
            try (connection) {
                call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            } catch (SQLException e) {
                throw new UncategorizedSQLException("release lock " + name, null, e);
            }
        }
    }
}
