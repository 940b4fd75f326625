package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rejections of an import page by page. The caller has to check that the scope has the import. */
final class RejectedCells {
    /** The number of rows that are read at a time for a report. */
    private static final int PAGE_SIZE = 1_000;

    private final TenantJdbc jdbc;

    RejectedCells(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** A rejection, and its place among the rejections of its line. */
    private record PlacedRejection(RejectedCell cell, int position) {}

    /** Visits the rejections in the order of lines, and within a line in the order of cells. */
    void forEach(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor) {
        long line = 0;
        int position = 0;
        List<PlacedRejection> page;
        do {
            long afterLine = line;
            int afterPosition = position;
            page = jdbc.inScope(
                    scope,
                    () -> jdbc.sql("""
                        select line, position, column_name, value, reason, imported from asset_import_rejections
                        where client_account_id = ? and import_id = ? and (line, position) > (?, ?)
                        order by line, position limit ?
                        """)
                            .params(
                                    scope.clientAccountId().value(),
                                    importId.value(),
                                    afterLine,
                                    afterPosition,
                                    PAGE_SIZE)
                            .query((row, number) -> new PlacedRejection(cell(row), row.getInt("position")))
                            .list());
            for (PlacedRejection rejection : page) {
                visitor.accept(rejection.cell());
                line = rejection.cell().line();
                position = rejection.position();
            }
        } while (page.size() == PAGE_SIZE);
    }

    /** The rejection of a row of {@code asset_import_rejections}. */
    static RejectedCell cell(ResultSet row) throws SQLException {
        return new RejectedCell(
                row.getLong("line"),
                row.getString("column_name"),
                row.getString("value"),
                row.getString("reason"),
                row.getBoolean("imported"));
    }
}
