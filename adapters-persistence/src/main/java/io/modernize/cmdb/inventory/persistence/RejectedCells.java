package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what an import has rejected, page by page. That the scope has the import is for the caller to check. */
final class RejectedCells {
    /** Rows fetched at a time while a report is written. */
    private static final int PAGE_SIZE = 1_000;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    RejectedCells(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** A rejection and where it stands among those of its line. */
    private record PlacedRejection(RejectedCell cell, int position) {}

    /** In the order of lines, and within a line in that of the cells. */
    void forEach(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor) {
        long line = 0;
        int position = 0;
        List<PlacedRejection> page;
        do {
            long afterLine = line;
            int afterPosition = position;
            page = transactions.inScope(
                    scope,
                    () -> jdbc.sql("""
                        select line, position, column_name, value, reason from asset_import_rejections
                        where client_account_id = ? and import_id = ? and (line, position) > (?, ?)
                        order by line, position limit ?
                        """)
                            .params(
                                    scope.clientAccountId().value(),
                                    importId.value(),
                                    afterLine,
                                    afterPosition,
                                    PAGE_SIZE)
                            .query((row, number) -> new PlacedRejection(
                                    new RejectedCell(
                                            row.getLong("line"),
                                            row.getString("column_name"),
                                            row.getString("value"),
                                            row.getString("reason")),
                                    row.getInt("position")))
                            .list());
            for (PlacedRejection rejection : page) {
                visitor.accept(rejection.cell());
                line = rejection.cell().line();
                position = rejection.position();
            }
        } while (page.size() == PAGE_SIZE);
    }
}
