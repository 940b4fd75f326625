package io.modernize.cmdb.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.FormatRecognition.Recognised;
import io.modernize.cmdb.inventory.FormatRecognition.Refused;
import java.util.ArrayList;
import java.util.List;

/** Builds rows column by column and maps them with the format that their header is recognised as. */
final class ImportedRow {
    private final List<String> columns = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private NumberStyle numberStyle = NumberStyle.DECIMAL_POINT;

    static ImportedRow with(String column, String cell) {
        return new ImportedRow().and(column, cell);
    }

    ImportedRow and(String column, String cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    ImportedRow withDecimalCommas() {
        numberStyle = NumberStyle.DECIMAL_COMMA;
        return this;
    }

    static Recognised recognised(String... columns) {
        FormatRecognition recognition = FormatRecognition.of(List.of(columns));
        assertThat(recognition).isInstanceOf(Recognised.class);
        return (Recognised) recognition;
    }

    static ImportRefusal refused(String... columns) {
        FormatRecognition recognition = FormatRecognition.of(List.of(columns));
        assertThat(recognition).isInstanceOf(Refused.class);
        return ((Refused) recognition).refusal();
    }

    RowMapping mapped() {
        Recognised recognised = recognised(columns.toArray(String[]::new));
        return recognised.format().map(new TableRecord(recognised.header(), cells, numberStyle));
    }

    AssetDraft draft() {
        RowMapping mapping = mapped();
        assertThat(mapping).isInstanceOf(RowMapping.AssetRow.class);
        return ((RowMapping.AssetRow) mapping).draft();
    }

    AssetAttributes attributes() {
        return draft().attributes();
    }

    String key() {
        return draft().key().externalKey();
    }

    RowMapping.RejectedRow rejection() {
        RowMapping mapping = mapped();
        assertThat(mapping).isInstanceOf(RowMapping.RejectedRow.class);
        return (RowMapping.RejectedRow) mapping;
    }

    RowProblem problem() {
        assertThat(rejection().problems()).hasSize(1);
        return rejection().problems().getFirst();
    }
}
