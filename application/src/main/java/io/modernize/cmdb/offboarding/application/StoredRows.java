package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every row that is stored of a scope. That of a whole client account covers all that is the client account's, itself
 * included; that of engagements covers what is theirs alone.
 */
public interface StoredRows {
    /** How many rows each table holds, all tables, in the order in which they are to be deleted. */
    List<TableRows> count(TenantScope scope);

    /**
     * Deletes some rows of a table, in a transaction of its own.
     *
     * @param from where the batch before has ended; null to begin
     * @param limit at most so many rows
     * @throws IllegalArgumentException where there is no such table
     */
    Batch delete(TenantScope scope, String table, @Nullable UUID from, int limit);

    /** Rows of one table. */
    record TableRows(String table, long rows) {}

    /**
     * What one call has deleted.
     *
     * @param next where to go on; null where the table has no more
     */
    record Batch(int rows, @Nullable UUID next) {}
}
