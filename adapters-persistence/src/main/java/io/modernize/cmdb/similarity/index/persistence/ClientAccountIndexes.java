package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.offboarding.application.ClientAccountResources;
import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** All indexes of a client account, of all spaces, which go with the client account. */
@Component
class ClientAccountIndexes implements ClientAccountResources {
    /** SQLSTATE where another transaction outlasts the lock timeout of {@link IndexLock}. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final IndexSessions sessions;
    private final IndexCatalog catalog;
    private final VectorIndexRecords records;

    ClientAccountIndexes(IndexSessions sessions, VectorIndexRecords records) {
        this.sessions = sessions;
        this.catalog = new IndexCatalog(sessions);
        this.records = records;
    }

    @Override
    public List<String> names(TenantScope scope) {
        return catalog.names(scope.clientAccountId());
    }

    @Override
    public Optional<List<String>> release(TenantScope scope) {
        IndexDdl.requireNoTransaction();
        Optional<IndexLock> free = sessions.tryLock();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        try (IndexLock lock = free.get()) {
            records.forgetAll(scope);
            List<String> names = names(scope);
            for (String name : names) {
                IndexDdl.drop(lock.connection(), new IndexName(name));
            }
            return Optional.of(names);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw new UncategorizedSQLException("drop the indexes of a client account", null, e);
        }
    }
}
