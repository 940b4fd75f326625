package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.offboarding.application.ClientAccountResources;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexHealth;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.application.IndexBuildFailedException;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.OwnerConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Partial HNSW indexes, each over one client account's rows in the partition that holds them.
 *
 * <p>An index covers the rows of its generation and earlier ones. Before it is built, the client account's write
 * generation is raised, so that rows written from then on do not enter the graph; searches scan them. Only a valid index
 * is recorded, and it is recorded before its predecessor is dropped: at every moment the record names an index that
 * searches can use, or none. What a process leaves behind that dies in between is an index that no record names.
 */
@Component
@EnableConfigurationProperties(IndexBuildProperties.class)
class PgvectorIndexes implements VectorIndexes, ClientAccountResources {
    private static final Logger LOG = LoggerFactory.getLogger(PgvectorIndexes.class);
    private static final String LOCK = "service:vector-indexes";

    /**
     * Builds and drops wait for transactions that began earlier. One that lasts longer than this, such as a backup, is
     * not waited for: the next run tries again.
     */
    private static final String LOCK_TIMEOUT = "10min";

    private static final String STATEMENT_TIMEOUT = "12h";

    /** The server notices that the process is gone that waits for a build, and gives the build up. */
    private static final String CONNECTION_CHECK_INTERVAL = "10s";

    /** Of SQLSTATE: memory, shared memory or disk was not enough. */
    private static final String INSUFFICIENT_RESOURCES = "53";

    /** SQLSTATE where another transaction outlasts {@link #LOCK_TIMEOUT}. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String INDEXES = """
        from pg_partition_tree('cmdb_asset_embeddings') t
        join pg_index i on i.indrelid = t.relid
        join pg_class c on c.oid = i.indexrelid
        where t.isleaf and c.relname ~
        """ + "'" + IndexName.PATTERN + "'";

    private final OwnerConnections owner;
    private final VectorIndexRecords records;
    private final IndexBuildProperties properties;

    /** Answers within this process, so that nobody waits for a connection of the owner's small pool to be told no. */
    private final Semaphore exclusive = new Semaphore(1);

    PgvectorIndexes(OwnerConnections owner, VectorIndexRecords records, IndexBuildProperties properties) {
        this.owner = owner;
        this.records = records;
        this.properties = properties;
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
        return tryLock().map(lock -> new Session(scope, lock));
    }

    @Override
    public OptionalInt dropLeftovers(TenantScope scope) {
        if (leftovers(scope).isEmpty()) {
            return OptionalInt.of(0);
        }
        requireNoTransaction();
        Optional<Lock> free = tryLock();
        if (free.isEmpty()) {
            return OptionalInt.empty();
        }
        try (Lock lock = free.get()) {
            return OptionalInt.of(dropLeftovers(scope, lock));
        } catch (SQLException e) {
            throw new UncategorizedSQLException("drop leftover indexes", null, e);
        }
    }

    /** By their names, whether or not a record has them: also those that a build is at, or has left behind. */
    @Override
    public List<String> names(TenantScope scope) {
        String sql = "select c.relname " + INDEXES + " and " + IndexName.CLIENT_OF_NAME + " = ?";
        List<String> names = new ArrayList<>();
        try (Connection connection = owner.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, scope.clientAccountId().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("find the indexes of a client account", sql, e);
        }
        return names;
    }

    @Override
    public Optional<List<String>> release(TenantScope scope) {
        requireNoTransaction();
        Optional<Lock> free = tryLock();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        try (Lock lock = free.get()) {
            records.forgetAll(scope);
            List<String> names = names(scope);
            for (String name : names) {
                drop(lock, new IndexName(name));
            }
            return Optional.of(names);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw new UncategorizedSQLException("drop the indexes of a client account", null, e);
        }
    }

    private Optional<Lock> tryLock() {
        if (!exclusive.tryAcquire()) {
            return Optional.empty();
        }
        Optional<Lock> lock = Optional.empty();
        try {
            lock = Lock.take(owner.open(), exclusive);
            return lock;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("take the lock on index changes", null, e);
        } finally {
            if (lock.isEmpty()) {
                exclusive.release();
            }
        }
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an index is not built or dropped within a transaction:"
                    + " PostgreSQL would wait for its end, and so for itself");
        }
    }

    /** To be called by the holder of the lock: nobody else's index is being built, hence none is found half-built. */
    private int dropLeftovers(TenantScope scope, Lock lock) throws SQLException {
        List<IndexName> leftovers = leftovers(scope);
        for (IndexName leftover : leftovers) {
            LOG.warn("Index {} is left over from a build or drop that was cut off, and is dropped", leftover);
            drop(lock, leftover);
        }
        return leftovers.size();
    }

    /**
     * Indexes of the scope's client account that no record names, or that cannot be used, and those of client accounts
     * that are gone. Whoever does not hold the lock may also be shown one that is being built.
     */
    private List<IndexName> leftovers(TenantScope scope) {
        String sql = "select c.relname, i.indisvalid, " + IndexName.CLIENT_OF_NAME + " = ? as of_scope " + INDEXES
                + " and (" + IndexName.CLIENT_OF_NAME + " = ? or not exists (select 1 from client_accounts a"
                + " where a.id = " + IndexName.CLIENT_OF_NAME + "))";
        List<String> useless = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        try (Connection connection = owner.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, scope.clientAccountId().value());
            statement.setObject(2, scope.clientAccountId().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean mayBeUsed = row.getBoolean("of_scope") && row.getBoolean("indisvalid");
                    (mayBeUsed ? usable : useless).add(row.getString("relname"));
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("find leftover indexes", sql, e);
        }
        // Most client accounts have no index, and need not be asked which of them they use.
        usable.removeAll(usable.isEmpty() ? List.of() : records.indexNames(scope));
        useless.addAll(usable);
        return useless.stream().map(IndexName::new).toList();
    }

    private IndexState.Built build(
            TenantScope scope, EmbeddingSpace space, HnswParameters parameters, BuildProgress progress, Lock lock)
            throws SQLException {
        dropLeftovers(scope, lock);
        int generation = records.endGeneration(scope, space);
        IndexName name = IndexName.of(scope.clientAccountId(), space.id(), generation);
        String ddl = ("create index concurrently %s on %s using hnsw ((embedding::halfvec(%d)) halfvec_cosine_ops)"
                        + " with (m = %d, ef_construction = %d) where client_account_id = '%s'"
                        + " and embedding_space_id = '%s' and index_generation <= %d")
                .formatted(
                        name,
                        partition(lock.connection(), scope.clientAccountId(), space),
                        space.dimensions(),
                        parameters.m(),
                        parameters.efConstruction(),
                        scope.clientAccountId(),
                        space.id(),
                        generation);
        try (BuildWatch watch = new BuildWatch(owner::open, lock.pid(), progress)) {
            create(lock, name, ddl);
        }
        if (!isValid(lock.connection(), name)) {
            throw new IllegalStateException("PostgreSQL has built index " + name + ", but does not call it valid");
        }
        List<String> before = records.indexNames(scope);
        IndexState.Built built = records.record(scope, space, name, generation, parameters);
        List<String> after = records.indexNames(scope);
        before.stream()
                .filter(replaced -> !after.contains(replaced))
                .forEach(replaced -> dropUnused(lock, new IndexName(replaced)));
        return built;
    }

    private static void dropUnused(Lock lock, IndexName name) {
        try {
            drop(lock, name);
        } catch (SQLException e) {
            // No search uses it any more, and the next run drops it.
            LOG.warn("Index {} is not used any more, but cannot be dropped now", name, e);
        }
    }

    private void create(Lock lock, IndexName name, String ddl) throws SQLException {
        try {
            execute(lock.connection(), ddl, properties.parallelWorkers());
        } catch (SQLException e) {
            dropAfter(e, lock, name);
            String state = e.getSQLState();
            boolean isWorthASmallerTry =
                    properties.parallelWorkers() > 0 && state != null && state.startsWith(INSUFFICIENT_RESOURCES);
            if (!isWorthASmallerTry) {
                throw e;
            }
            // Workers share the graph in shared memory, of which a container often has little.
            LOG.warn("Index {} cannot be built in parallel, so it is built by one process", name, e);
            execute(lock.connection(), ddl, 0);
        }
    }

    /** What a failed build leaves is of no use; where it cannot be dropped now, it is found later. */
    private static void dropAfter(SQLException failure, Lock lock, IndexName name) {
        try {
            drop(lock, name);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void execute(Connection connection, String ddl, int parallelWorkers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '" + properties.maintenanceMemoryMb() + "MB'");
            statement.execute("set max_parallel_maintenance_workers = " + parallelWorkers);
            statement.execute(ddl);
        }
    }

    private static void drop(Lock lock, IndexName name) throws SQLException {
        try (Statement statement = lock.connection().createStatement()) {
            statement.execute("drop index concurrently if exists " + name);
        }
    }

    private static String partition(Connection connection, ClientAccountId clientAccountId, EmbeddingSpace space)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            select c.oid::regclass::text
            from pg_inherits h
            join pg_class c on c.oid = h.inhrelid
            cross join lateral regexp_match(
                pg_get_expr(c.relpartbound, c.oid), 'modulus (\\d+), remainder (\\d+)') as bound
            where h.inhparent = embedding_partition(?)::regclass
              and satisfies_hash_partition(h.inhparent, bound[1]::int, bound[2]::int, ?::uuid)
            """)) {
            statement.setObject(1, space.id().value());
            statement.setObject(2, clientAccountId.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no partition of the embeddings takes " + clientAccountId);
                }
                return row.getString(1);
            }
        }
    }

    private static boolean isValid(Connection connection, IndexName name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select i.indisvalid " + INDEXES + " and c.relname = ?")) {
            statement.setString(1, name.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** One client account's turn with the lock. */
    private final class Session implements Exclusive {
        private final TenantScope scope;
        private final Lock lock;

        private Session(TenantScope scope, Lock lock) {
            this.scope = scope;
            this.lock = lock;
        }

        @Override
        public IndexState.Built build(EmbeddingSpace space, HnswParameters parameters, BuildProgress progress) {
            requireNoTransaction();
            try {
                return PgvectorIndexes.this.build(scope, space, parameters, progress, lock);
            } catch (SQLException e) {
                throw new IndexBuildFailedException(
                        "the index could not be built (SQLSTATE " + e.getSQLState() + "): " + e.getMessage(), e);
            }
        }

        @Override
        public void drop(EmbeddingSpace space) {
            requireNoTransaction();
            Optional<IndexName> name = records.forget(scope, space);
            if (name.isPresent()) {
                dropUnused(lock, name.get());
            }
        }

        @Override
        public void close() {
            lock.close();
        }
    }

    /**
     * The one lock on index changes in this database, held by the very connection that makes them: a build that goes on
     * in the server after its process has died still keeps others out.
     */
    private record Lock(Connection connection, int pid, Semaphore exclusive) implements AutoCloseable {

        private static Optional<Lock> take(Connection connection, Semaphore exclusive) throws SQLException {
            Optional<Lock> lock = Optional.empty();
            try (Statement statement = connection.createStatement()) {
                // Before the lock: whatever fails afterwards would have to give it back.
                statement.execute("set lock_timeout = '" + LOCK_TIMEOUT + "'; set statement_timeout = '"
                        + STATEMENT_TIMEOUT + "'; set client_connection_check_interval = '" + CONNECTION_CHECK_INTERVAL
                        + "'");
                lock = tryTake(connection, exclusive);
                if (lock.isEmpty()) {
                    statement.execute("reset all");
                }
                return lock;
            } finally {
                if (lock.isEmpty()) {
                    connection.close();
                }
            }
        }

        private static Optional<Lock> tryTake(Connection connection, Semaphore exclusive) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select pg_try_advisory_lock(hashtextextended(?, 0)), pg_backend_pid()")) {
                statement.setString(1, LOCK);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getBoolean(1)
                            ? Optional.of(new Lock(connection, row.getInt(2), exclusive))
                            : Optional.empty();
                }
            }
        }

        @Override
        public void close() {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("reset all");
                statement.execute("select pg_advisory_unlock_all()");
            } catch (SQLException e) {
                // The lock is gone with the connection, and what was done is done.
                LOG.warn("The connection that held the lock on index changes could not be given back in order", e);
            } finally {
                exclusive.release();
            }
        }
    }
}
