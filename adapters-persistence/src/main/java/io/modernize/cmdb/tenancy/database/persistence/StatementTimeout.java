package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Makes PostgreSQL cancel the statements of work whose time is over. The setting ends with the transaction and travels
 * with its context, so it takes no round trip.
 */
final class StatementTimeout {
    private static final String QUERY_CANCELED = "57014";

    /**
     * The shortest timeout. Timeouts are powers of two, because the setting is part of the text, and each different
     * text is prepared again. A statement may therefore take up to twice the time that is left.
     */
    private static final long SHORTEST_MILLIS = 128;

    private final TimeLeft timeLeft;

    StatementTimeout(TimeLeft timeLeft) {
        this.timeLeft = timeLeft;
    }

    /**
     * A statement that sets the timeout, to follow another statement. It is empty if nothing limits the work.
     *
     * @throws OutOfTimeException if the work is late already
     */
    String setting() {
        return timeLeft.timeLeft()
                .map(left -> "; set local statement_timeout = " + millis(left))
                .orElse("");
    }

    /** The exception to throw instead. If the statement was cancelled for its time, it tells that the time is over. */
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
