package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Has PostgreSQL cancel the statements of work whose time is over. The setting ends with the transaction and travels with
 * its context, so that it takes no round trip.
 */
final class StatementTimeout {
    private static final String QUERY_CANCELED = "57014";

    /**
     * Timeouts are powers of two: statements that differ in their text are prepared anew, and the setting is part of it.
     * So a statement may take up to twice the time that is left.
     */
    private static final long SHORTEST_MILLIS = 128;

    private final TimeLeft timeLeft;

    StatementTimeout(TimeLeft timeLeft) {
        this.timeLeft = timeLeft;
    }

    /**
     * A statement to follow another, or nothing where nothing hurries.
     *
     * @throws OutOfTimeException where it is late already
     */
    String setting() {
        return timeLeft.timeLeft()
                .map(left -> "; set local statement_timeout = " + millis(left))
                .orElse("");
    }

    /** The exception to throw instead: where the statement was cancelled for its time, that its time is over. */
    RuntimeException translate(DataAccessException failure) {
        return timeLeft.timeLeft().isPresent()
                        && NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                        && QUERY_CANCELED.equals(cause.getSQLState())
                ? new OutOfTimeException(failure)
                : failure;
    }

    private static long millis(Duration left) {
        if (!left.isPositive()) {
            throw new OutOfTimeException();
        }
        long millis = Math.max(left.toMillis(), SHORTEST_MILLIS);
        long power = Long.highestOneBit(millis);
        return power == millis ? power : 2 * power;
    }
}
