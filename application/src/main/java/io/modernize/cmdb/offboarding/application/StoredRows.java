package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All stored rows of a scope. The scope of a whole client account covers all its rows, including its own. The scope of
 * engagements covers the rows that belong to these alone.
 */
public interface StoredRows {
    /** The number of rows of every table, in the order of deletion. */
    List<TableRows> count(TenantScope scope);

    /**
     * Deletes some rows of a table, in a transaction of its own.
     *
     * @param from the end of the batch before; null to begin
     * @param limit the greatest number of rows
     * @throws IllegalArgumentException if there is no such table
     */
    Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit);

    /** The number of rows of one table. */
    record TableRows(String table, long rows) {}

    /**
     * The result of one call.
     *
     * @param next the place to continue from; null if the table has no more rows
     */
    record Batch(int rows, @Nullable UUID next) {}
}
