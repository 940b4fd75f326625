package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.RelationDraft;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowFields;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.SpreadsheetText;
import io.modernize.cmdb.inventory.records.TableLayout;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.util.Optional;

/** Reads rows of {@code cmdb_rel_ci}: parent and child by sys_id or name, and the type as a pair of phrases. */
final class ServiceNowRelations implements TableLayout {
    @Override
    public boolean describes(SourceHeader header) {
        return header.has("parent") && header.has("child");
    }

    @Override
    public Optional<String> lackingIn(SourceHeader header) {
        return TableLayout.lacking(header, "parent", "child", "type");
    }

    @Override
    public RowMapping map(TableRecord row) {
        RowFields fields = new RowFields(isExportOfOurs(row) ? withoutEscapes(row) : row);
        RelationDraft draft = new RelationDraft(
                fields.required("parent", ImportLimits.NAME_CHARS),
                fields.required("child", ImportLimits.NAME_CHARS),
                fields.required("type", ImportLimits.RELATION_TYPE_CHARS));
        return fields.findings().relation(draft);
    }

    /** Exports of this service have two columns more, and escape what a spreadsheet would run. */
    private static boolean isExportOfOurs(TableRecord row) {
        return row.header().has("parent_source_system") && row.header().has("child_source_system");
    }

    private static TableRecord withoutEscapes(TableRecord row) {
        return new TableRecord(
                row.header(),
                row.cells().stream().map(SpreadsheetText::original).toList(),
                row.numberStyle());
    }
}
