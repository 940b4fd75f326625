package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Takes a connection from the pool of the work that the thread does. Work that has a limit of time is a request that
 * somebody waits for. All other work is background work: jobs, schedules, events, streams of subscriptions, and uploads,
 * which may take as long as their senders take.
 */
final class ConnectionsByWork extends AbstractDataSource {
    private final TimeLeft timeLeft;
    private final RequestConnections requests;
    private final DataSource background;

    ConnectionsByWork(TimeLeft timeLeft, RequestConnections requests, DataSource background) {
        this.timeLeft = timeLeft;
        this.requests = requests;
        this.background = background;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<Duration> left = timeLeft.timeLeft();
        return left.isPresent() ? requests.take(left.get()) : background.getConnection();
    }

    /** The logins are those of the configuration. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("a connection of another login");
    }
}
