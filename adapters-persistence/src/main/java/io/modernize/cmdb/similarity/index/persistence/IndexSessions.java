package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.tenancy.database.persistence.OwnerConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Sessions of the owner's login, in which the catalog is read and indexes are created and dropped. One at most changes
 * indexes at a time.
 */
@Component
class IndexSessions {
    private final OwnerConnections owner;

    /** Answers within this process, so that nobody waits for a connection of the owner's small pool to be told no. */
    private final Semaphore exclusive = new Semaphore(1);

    IndexSessions(OwnerConnections owner) {
        this.owner = owner;
    }

    /** A session to read in; to be closed after use. */
    Connection open() throws SQLException {
        return owner.open();
    }

    /** A session to change indexes in, to be closed after use; empty at once where another one changes any. */
    Optional<IndexLock> tryLock() {
        if (!exclusive.tryAcquire()) {
            return Optional.empty();
        }
        Optional<IndexLock> lock = Optional.empty();
        try {
            lock = IndexLock.take(owner.open(), exclusive);
            return lock;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("take the lock on index changes", null, e);
        } finally {
            if (lock.isEmpty()) {
                exclusive.release();
            }
        }
    }
}
