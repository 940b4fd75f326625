package io.modernize.cmdb.tenancy.database.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The connections of requests. The wait for one is part of a request's time, and ends with it. It ends after three
 * seconds in any case: a request that waits that long is one of too many, and its caller does better to come back.
 */
final class RequestConnections {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final DataSource pool;

    /** @param pool a pool of Hikari that waits for a fraction of a second itself */
    RequestConnections(DataSource pool) {
        this.pool = pool;
    }

    /**
     * Takes a connection.
     *
     * @param left the time that the request has left
     * @throws OverloadedException if other requests have all connections, and none became free in time
     * @throws SQLException if there are connections to be had that the database does not open
     */
    Connection take(Duration left) throws SQLException {
        Duration patience = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
        long begin = System.nanoTime();
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (System.nanoTime() - begin >= patience.toNanos()) {
                    throw refusal(e);
                }
            }
        }
    }

    /** A pool that has all its connections has not lost its database: it has too much to do. */
    private SQLException refusal(SQLTransientConnectionException timeout) throws SQLException {
        HikariDataSource hikari = pool.unwrap(HikariDataSource.class);
        if (hikari.getHikariPoolMXBean().getTotalConnections() >= hikari.getMaximumPoolSize()) {
            throw new OverloadedException("too many requests wait for the database");
        }
        return timeout;
    }
}
