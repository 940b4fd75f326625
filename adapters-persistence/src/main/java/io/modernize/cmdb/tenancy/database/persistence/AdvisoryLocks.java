package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.Connection;
import java.util.List;

/**
 * Some advisory locks of PostgreSQL that this process holds together.
 *
 * <p>No record: two of them are never equal, since only the one that took a lock may free it.
 */
final class AdvisoryLocks implements AutoCloseable {
    private final LockSession session;
    private final Connection connection;
    private final List<String> names;

    /** @param connection the connection that took the locks */
    AdvisoryLocks(LockSession session, Connection connection, List<String> names) {
        this.session = session;
        this.connection = connection;
        this.names = names;
    }

    Connection connection() {
        return connection;
    }

    List<String> names() {
        return names;
    }

    /**
     * Releases the locks and throws nothing. The work under the locks is done, and its outcome must not be lost with
     * the connection.
     */
    @Override
    public void close() {
        session.release(this);
    }
}
