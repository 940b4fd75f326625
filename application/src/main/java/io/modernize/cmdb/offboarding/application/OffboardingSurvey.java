package io.modernize.cmdb.offboarding.application;

import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import java.util.List;

/**
 * The work that an offboarding has to do.
 *
 * @param rows the number of rows by table, in the order of deletion, without tables that have none
 * @param resources the names of resources that have to be released
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
