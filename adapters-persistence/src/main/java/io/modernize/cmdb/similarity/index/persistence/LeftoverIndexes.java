package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds and drops indexes that a process has left behind when it died while building or dropping. They are indexes of
 * the scope's client account that no record names or that cannot be used, and indexes of client accounts that are gone.
 */
final class LeftoverIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverIndexes.class);

    private final IndexCatalog catalog;
    private final VectorIndexRecords records;

    LeftoverIndexes(IndexCatalog catalog, VectorIndexRecords records) {
        this.catalog = catalog;
        this.records = records;
    }

    /** Finds leftover indexes. A caller without the lock on changes may also see an index that is being built. */
    List<IndexName> find(TenantScope scope) {
        IndexCatalog.Existing existing = catalog.existing(scope.clientAccountId());
        List<String> unused = new ArrayList<>(existing.usable());
        // Most client accounts have no index, and need not be asked which of them they use.
        unused.removeAll(unused.isEmpty() ? List.of() : records.indexNames(scope));
        List<String> leftovers = new ArrayList<>(existing.useless());
        leftovers.addAll(unused);
        return leftovers.stream().map(IndexName::new).toList();
    }

    /**
     * Drops leftover indexes for the holder of the lock. Nobody else builds an index then, so none is found half-built.
     *
     * @return the number of dropped indexes
     */
    int drop(TenantScope scope, IndexLock lock) throws SQLException {
        List<IndexName> leftovers = find(scope);
        for (IndexName leftover : leftovers) {
            LOG.warn("Index {} is left over from a build or drop that was cut off, and is dropped", leftover);
            IndexDdl.drop(lock.connection(), leftover);
        }
        return leftovers.size();
    }
}
