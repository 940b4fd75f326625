package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.tenancy.database.persistence.OwnerConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Opens sessions of the owner's login, which read the catalog and create and drop indexes. At most one session changes
 * indexes at a time.
 */
@Component
class IndexSessions {
    private final OwnerConnections owner;

    /**
     * The permit of this process. It answers at once, so that nobody waits for a connection of the owner's small pool
     * to be refused.
     */
    private final Semaphore exclusive = new Semaphore(1);

    IndexSessions(OwnerConnections owner) {
        this.owner = owner;
    }

    /** Opens a session to read in. The caller closes it. */
    Connection open() throws SQLException {
        return owner.open();
    }

    /**
     * Opens a session to change indexes in. The caller closes it. Empty at once if another session changes an index.
     */
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
