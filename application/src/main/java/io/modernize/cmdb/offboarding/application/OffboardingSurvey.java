package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import java.util.List;

/**
 * What there is for an offboarding to do.
 *
 * @param rows by table in the order of deletion, without tables that have none
 * @param resources names of what is to be given up besides rows
 */
public record OffboardingSurvey(List<TableRows> rows, List<String> resources) {
    public OffboardingSurvey {
        rows = List.copyOf(rows);
        resources = List.copyOf(resources);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && resources.isEmpty();
    }
}
