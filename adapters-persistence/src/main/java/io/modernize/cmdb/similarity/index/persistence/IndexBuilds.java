package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.List;

/**
 * Builds an index and puts it in place of the present one.
 *
 * <p>An index covers the rows of its generation and earlier ones. The client account's write generation is raised
 * before the build, so that later rows do not enter the graph; searches scan them. Only a valid index is recorded, and
 * it is recorded before its predecessor is dropped. At every moment the record therefore names an index that searches
 * can use, or none. A process that dies in between leaves an index that no record names.
 */
final class IndexBuilds {
    private final IndexSessions sessions;
    private final VectorIndexRecords records;
    private final LeftoverIndexes leftovers;
    private final IndexDdl ddl;

    IndexBuilds(IndexSessions sessions, VectorIndexRecords records, LeftoverIndexes leftovers, IndexDdl ddl) {
        this.sessions = sessions;
        this.records = records;
        this.leftovers = leftovers;
        this.ddl = ddl;
    }

    IndexState.Built build(
            TenantScope scope, EmbeddingSpace space, HnswParameters parameters, BuildProgress progress, IndexLock lock)
            throws SQLException {
        leftovers.drop(scope, lock);
        int generation = records.endGeneration(scope, space);
        IndexDefinition index = new IndexDefinition(scope.clientAccountId(), space, generation, parameters);
        String partition = IndexCatalog.partition(lock.connection(), scope.clientAccountId(), space);
        try (BuildWatch watch = new BuildWatch(sessions::open, lock.pid(), progress)) {
            ddl.create(lock.connection(), index, partition);
        }
        if (!IndexCatalog.isValid(lock.connection(), index.name())) {
            throw new IllegalStateException(
                    "PostgreSQL has built index " + index.name() + ", but does not call it valid");
        }
        List<String> before = records.indexNames(scope);
        IndexState.Built built = records.record(scope, space, index.name(), generation, parameters);
        List<String> after = records.indexNames(scope);
        before.stream()
                .filter(replaced -> !after.contains(replaced))
                .forEach(replaced -> IndexDdl.dropUnused(lock.connection(), new IndexName(replaced)));
        return built;
    }
}
