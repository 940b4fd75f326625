package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import java.time.Instant;
import java.util.List;

/**
 * What one run of an offboarding has done, whatever earlier runs had done before it was cut off.
 *
 * @param deleted rows by table in the order of deletion, without tables that had none
 * @param released names of what was given up besides rows, such as indexes
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
