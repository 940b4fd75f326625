package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Makes PostgreSQL cancel the statements of work whose time is over, and not later. The setting ends with the
 * transaction and travels with its context, so it takes no round trip.
 */
final class StatementTimeout {
    private static final String QUERY_CANCELED = "57014";

    /**
     * The shortest timeout. With a shorter one, a late request could not even say that it is late.
     */
    private static final long SHORTEST_MILLIS = 100;

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
        return roundedDown(left.toMillis());
    }

    /**
     * The timeout for the time that is left, at most a tenth shorter. The setting is part of the text of a statement,
     * and each different text is prepared again, so there are 35 timeouts from one power of ten to the next.
     */
    static long roundedDown(long leftMillis) {
        if (leftMillis <= SHORTEST_MILLIS) {
            return SHORTEST_MILLIS;
        }
        long power = SHORTEST_MILLIS;
        while (leftMillis / power >= 10) {
            power *= 10;
        }
        long step = leftMillis < 2 * power ? power / 10 : leftMillis < 5 * power ? power / 5 : power / 2;
        return leftMillis - leftMillis % step;
    }
}
