package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why the database has not done the work of a job. PostgreSQL's state (SQLSTATE) tells. Spring's exceptions do not: they
 * take a text that is too long for an index for a lost connection. Public for the jobs of other capabilities.
 *
 * <p>The constants are ordered: of several failures of an attempt, the first one decides.
 */
public enum DatabaseFailure {
    /** There is no connection: the server is away, restarts, or has ended the session. */
    UNREACHABLE("the database cannot be reached", true, true),
    /** The server has no disk, memory or session left, perhaps only for work of this size. */
    NO_ROOM("the database has no room for more work", true, false),
    /** The server is fine, and all connections of this process are in use. */
    OVERLOADED("the service had too much other work at the time", true, true),
    /** Other work was in the way: a lock, a deadlock. */
    CONFLICT("other work was in the way in the database", true, false),
    /** Somebody, or a limit of time, has cancelled the statement. */
    CANCELLED("the database has cancelled a statement of the job; restart the job to go on", false, false),
    /** The database does not take a value: it is too long, out of its range, or breaks a rule. */
    DATA("the database does not take a value of the job's data; the log has the details", false, false);

    private static final Map<String, DatabaseFailure> BY_STATE = Map.of(
            "57P01", UNREACHABLE,
            "57P02", UNREACHABLE,
            "57P03", UNREACHABLE,
            "57P05", UNREACHABLE,
            "40001", CONFLICT,
            "40P01", CONFLICT,
            "55P03", CONFLICT,
            "57014", CANCELLED);

    /** By the first two characters of the state. */
    private static final Map<String, DatabaseFailure> BY_CLASS =
            Map.of("08", UNREACHABLE, "53", NO_ROOM, "22", DATA, "23", DATA, "54", DATA);

    private static final int CLASS_LENGTH = 2;

    private final String reason;
    private final boolean passes;
    private final boolean concernsAll;

    DatabaseFailure(String reason, boolean passes, boolean concernsAll) {
        this.reason = reason;
        this.passes = passes;
        this.concernsAll = concernsAll;
    }

    /** The failure of the database among the causes. Empty if there is none, or an unexpected one. */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        for (Throwable cause : causes(failure).toList()) {
            if (cause instanceof OverloadedException) {
                return Optional.of(OVERLOADED);
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (state != null) {
                    return Optional.ofNullable(ofState(state));
                }
                DatabaseFailure connection = ofConnection(sql);
                if (connection != null) {
                    return Optional.of(connection);
                }
            }
        }
        return causes(failure).anyMatch(DatabaseFailure::tellsOfNoConnection)
                ? Optional.of(UNREACHABLE)
                : Optional.empty();
    }

    /** Why, fit for people: neither SQL nor data. */
    public String reason() {
        return reason;
    }

    /** Whether it passes by itself, so that another attempt makes sense. */
    public boolean passes() {
        return passes;
    }

    /** Whether any other work would fail as well now. */
    public boolean concernsAll() {
        return concernsAll;
    }

    private static @Nullable DatabaseFailure ofState(String state) {
        DatabaseFailure exact = BY_STATE.get(state);
        return exact != null || state.length() < CLASS_LENGTH ? exact : BY_CLASS.get(state.substring(0, CLASS_LENGTH));
    }

    /**
     * A pool that has no free connection in time tells the last failure to open one as the cause. Without a cause, the
     * server is fine.
     */
    private static @Nullable DatabaseFailure ofConnection(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return failure.getCause() == null ? OVERLOADED : UNREACHABLE;
        }
        return failure instanceof SQLNonTransientConnectionException || failure instanceof SQLRecoverableException
                ? UNREACHABLE
                : null;
    }

    /** Exceptions of Spring that tell of no connection, if no exception of the driver says more. */
    private static boolean tellsOfNoConnection(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
