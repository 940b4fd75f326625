package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.application.IndexBuildFailedException;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Partial HNSW indexes, each over one client account's rows in the partition that holds them. Searches know of them by
 * {@link VectorIndexRecords}; {@link IndexBuilds} says in which order an index comes and goes.
 */
@Component
@EnableConfigurationProperties(IndexBuildProperties.class)
class PgvectorIndexes implements VectorIndexes {
    private final IndexSessions sessions;
    private final VectorIndexRecords records;
    private final LeftoverIndexes leftovers;
    private final IndexBuilds builds;

    PgvectorIndexes(IndexSessions sessions, VectorIndexRecords records, IndexBuildProperties properties) {
        this.sessions = sessions;
        this.records = records;
        this.leftovers = new LeftoverIndexes(new IndexCatalog(sessions), records);
        this.builds = new IndexBuilds(sessions, records, leftovers, new IndexDdl(properties));
    }

    @Override
    public IndexState survey(TenantScope scope, EmbeddingSpace space) {
        return records.survey(scope, space);
    }

    @Override
    public Optional<IndexHealth> health(TenantScope scope, EmbeddingSpace space) {
        return records.health(scope, space);
    }

    @Override
    public Optional<Exclusive> tryExclusively(TenantScope scope) {
        return sessions.tryLock().map(lock -> new Session(scope, lock));
    }

    @Override
    public OptionalInt dropLeftovers(TenantScope scope) {
        if (leftovers.find(scope).isEmpty()) {
            return OptionalInt.of(0);
        }
        IndexDdl.requireNoTransaction();
        Optional<IndexLock> free = sessions.tryLock();
        if (free.isEmpty()) {
            return OptionalInt.empty();
        }
        try (IndexLock lock = free.get()) {
            return OptionalInt.of(leftovers.drop(scope, lock));
        } catch (SQLException e) {
            throw new UncategorizedSQLException("drop leftover indexes", null, e);
        }
    }

    /** One client account's turn with the lock. */
    private final class Session implements Exclusive {
        private final TenantScope scope;
        private final IndexLock lock;

        private Session(TenantScope scope, IndexLock lock) {
            this.scope = scope;
            this.lock = lock;
        }

        @Override
        public IndexState.Built build(EmbeddingSpace space, HnswParameters parameters, BuildProgress progress) {
            IndexDdl.requireNoTransaction();
            try {
                return builds.build(scope, space, parameters, progress, lock);
            } catch (SQLException e) {
                throw new IndexBuildFailedException(
                        "the index could not be built (SQLSTATE " + e.getSQLState() + "): " + e.getMessage(), e);
            }
        }

        @Override
        public void drop(EmbeddingSpace space) {
            IndexDdl.requireNoTransaction();
            Optional<IndexName> name = records.forget(scope, space);
            if (name.isPresent()) {
                IndexDdl.dropUnused(lock.connection(), name.get());
            }
        }

        @Override
        public void close() {
            lock.close();
        }
    }
}
