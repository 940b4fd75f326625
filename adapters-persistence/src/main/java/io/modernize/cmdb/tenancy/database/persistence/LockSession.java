package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * One connection that holds all advisory locks of this process. It belongs to no pool, so locks that are held for hours
 * take no connection from anybody's work. The server frees the locks when the connection ends, however the process
 * ended.
 *
 * <p>A session of PostgreSQL may take a lock that it has already. Threads of this process are therefore kept apart here,
 * by the names of the locks, and processes by PostgreSQL. The connection is opened for the first lock. If it has ended,
 * it is opened once more for the next one. Safe for concurrent use; no call waits for a lock that somebody holds.
 */
final class LockSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LockSession.class);
    private static final int SECONDS_TO_ANSWER = 5;

    private static final String TAKE =
            "select name, pg_try_advisory_lock(hashtextextended(name, 0)) from unnest(?) as names (name)";
    private static final String FREE =
            "select name, pg_advisory_unlock(hashtextextended(name, 0)) from unnest(?) as names (name)";

    private final DataSource dataSource;

    /** One call at a time uses the connection. */
    private final ReentrantLock turn = new ReentrantLock();

    /** What threads of this process hold, also if the connection that held it has ended. */
    private final Map<String, AdvisoryLocks> held = new HashMap<>();

    private @Nullable Connection connection;
    private boolean closed;

    /** @param dataSource opens connections that nobody else has */
    LockSession(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Takes all of these locks. If another thread or process holds one of them, takes none and returns empty at once.
     *
     * @throws DataAccessResourceFailureException if the database cannot be reached
     */
    Optional<AdvisoryLocks> tryAcquire(Collection<String> names) {
        List<String> wanted = names.stream().distinct().toList();
        turn.lock();
        try {
            if (wanted.stream().anyMatch(held::containsKey)) {
                return Optional.empty();
            }
            Optional<AdvisoryLocks> taken = take(wanted).map(holder -> new AdvisoryLocks(this, holder, wanted));
            taken.ifPresent(locks -> wanted.forEach(name -> held.put(name, locks)));
            return taken;
        } finally {
            turn.unlock();
        }
    }

    /** Frees the locks and throws nothing. Does nothing for locks that were freed before. */
    void release(AdvisoryLocks locks) {
        turn.lock();
        try {
            List<String> names = locks.names().stream()
                    .filter(name -> held.remove(name, locks))
                    .toList();
            if (names.isEmpty()) {
                return;
            }
            if (locks.connection() != connection) {
                warnFreeAlready(names, "another one was opened since");
                return;
            }
            free(locks.connection(), names);
        } finally {
            turn.unlock();
        }
    }

    /** Ends the session, and with it all locks. */
    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            abandon();
        } finally {
            turn.unlock();
        }
    }

    /** The connection that has taken all of these locks. Empty if another process holds one of them. */
    private Optional<Connection> take(List<String> names) {
        Connection present = connection;
        if (present != null) {
            try {
                return takeAll(present, names);
            } catch (SQLException e) {
                if (isAlive(present)) {
                    throw new UncategorizedSQLException("take locks " + names, TAKE, e);
                }
                // Who lost a lock goes on without it, and other processes may take it. Threads of this one may not.
                LOG.warn(
                        "The session of locks has ended; {} locks are no longer held: {}", held.size(), e.getMessage());
                abandon();
            }
        }
        Connection opened = open();
        try {
            return takeAll(opened, names);
        } catch (SQLException e) {
            abandon();
            throw new UncategorizedSQLException("take locks " + names, TAKE, e);
        }
    }

    private Optional<Connection> takeAll(Connection session, List<String> names) throws SQLException {
        List<String> taken;
        try {
            taken = namesWithTrue(session, TAKE, names);
        } catch (SQLException e) {
            if (isAlive(session)) {
                // A statement that fails half-way keeps what it has taken. None of these names was held before.
                free(session, names);
            }
            throw e;
        }
        if (taken.size() == names.size()) {
            return Optional.of(session);
        }
        free(session, taken);
        return Optional.empty();
    }

    /** Frees the locks. If it cannot, and nothing else is held, the end of the connection frees them. */
    private void free(Connection session, List<String> names) {
        try {
            List<String> freed = namesWithTrue(session, FREE, names);
            LOG.debug("Locks {} are free", freed);
        } catch (SQLException e) {
            if (!isAlive(session)) {
                warnFreeAlready(names, e.getMessage());
                abandon();
            } else if (held.isEmpty()) {
                LOG.warn("Locks {} are freed by the end of their connection", names, e);
                abandon();
            } else {
                LOG.warn("Locks {} stay with this process until the end of their connection", names, e);
            }
        }
    }

    private static void warnFreeAlready(List<String> names, @Nullable String reason) {
        LOG.warn("Locks {} are free already, since their connection has ended: {}", names, reason);
    }

    private static List<String> namesWithTrue(Connection session, String sql, List<String> names) throws SQLException {
        List<String> result = new ArrayList<>();
        if (names.isEmpty()) {
            return result;
        }
        Array array = session.createArrayOf("text", names.toArray());
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setArray(1, array);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2)) {
                        result.add(row.getString(1));
                    }
                }
            }
        }
        return result;
    }

    private Connection open() {
        if (closed) {
            throw new DataAccessResourceFailureException("the session of locks has been closed");
        }
        try {
            Connection opened = dataSource.getConnection();
            connection = opened;
            return opened;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("open the session of locks", e);
        }
    }

    private void abandon() {
        Connection ended = connection;
        connection = null;
        if (ended == null) {
            return;
        }
        try {
            ended.close();
        } catch (SQLException e) {
            LOG.debug("The session of locks had ended before it was closed", e);
        }
    }

    private static boolean isAlive(Connection session) {
        try {
            return session.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            LOG.debug("The session of locks does not answer", e);
            return false;
        }
    }
}
