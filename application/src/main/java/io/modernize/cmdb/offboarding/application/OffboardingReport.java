package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import java.time.Instant;
import java.util.List;

/**
 * The work of one run of an offboarding, without the work of earlier, interrupted runs.
 *
 * @param deleted the number of deleted rows by table, in the order of deletion, without tables that had none
 * @param released the names of resources that were released, such as indexes
 */
public record OffboardingReport(Instant begunAt, Instant endedAt, List<TableRows> deleted, List<String> released) {
    public OffboardingReport {
        deleted = List.copyOf(deleted);
        released = List.copyOf(released);
    }

    public long deletedRows() {
        return deleted.stream().mapToLong(TableRows::rows).sum();
    }
}
