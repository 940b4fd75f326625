package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Gives a transaction the time that its request has left, for all its statements together. The limit that PostgreSQL
 * has ({@link StatementTimeout}) is exact, but begins anew with each statement. The driver cancels what takes longer
 * than this limit, up to a second late, because it counts in seconds.
 */
@SuppressWarnings("serial") // nobody serialises a transaction manager
final class DeadlineTransactions extends JdbcTransactionManager {
    private final transient TimeLeft timeLeft;

    DeadlineTransactions(DataSource dataSource, TimeLeft timeLeft) {
        super(dataSource);
        this.timeLeft = timeLeft;
    }

    /**
     * Begins a transaction.
     *
     * @throws OutOfTimeException if the request is late already; no connection is taken
     * @throws OverloadedException if all connections are taken; a caller should not look for it among the causes of
     *     another exception
     */
    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (timeLeft.timeLeft().filter(left -> !left.isPositive()).isPresent()) {
            throw new OutOfTimeException();
        }
        try {
            super.doBegin(transaction, definition);
        } catch (CannotCreateTransactionException e) {
            if (e.getCause() instanceof OverloadedException overloaded) {
                throw overloaded;
            }
            throw e;
        }
    }

    @Override
    protected int determineTimeout(TransactionDefinition definition) {
        int stated = super.determineTimeout(definition);
        Optional<Duration> left = timeLeft.timeLeft();
        if (stated != TransactionDefinition.TIMEOUT_DEFAULT || left.isEmpty()) {
            return stated;
        }
        // The next full second, at least one: the driver takes zero for no limit.
        return Math.toIntExact(Math.max(left.get().plusMillis(999).toSeconds(), 1));
    }
}
