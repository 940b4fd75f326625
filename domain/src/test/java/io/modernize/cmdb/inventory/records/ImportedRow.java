package io.modernize.cmdb.inventory.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.formats.FormatRecognition;
import io.modernize.cmdb.inventory.formats.FormatRecognition.Recognised;
import io.modernize.cmdb.inventory.formats.FormatRecognition.Refused;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import java.util.ArrayList;
import java.util.List;

/** Builds rows column by column and maps them with the format that their header is recognised as. */
public final class ImportedRow {
    private final List<String> columns = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private NumberStyle numberStyle = NumberStyle.DECIMAL_POINT;

    public static ImportedRow with(String column, String cell) {
        return new ImportedRow().and(column, cell);
    }

    public ImportedRow and(String column, String cell) {
        columns.add(column);
        cells.add(cell);
        return this;
    }

    public ImportedRow withDecimalCommas() {
        numberStyle = NumberStyle.DECIMAL_COMMA;
        return this;
    }

    public static Recognised recognised(String... columns) {
        FormatRecognition recognition = FormatRecognition.of(List.of(columns));
        assertThat(recognition).isInstanceOf(Recognised.class);
        return (Recognised) recognition;
    }

    public static ImportRefusal refused(String... columns) {
        FormatRecognition recognition = FormatRecognition.of(List.of(columns));
        assertThat(recognition).isInstanceOf(Refused.class);
        return ((Refused) recognition).refusal();
    }

    public RowMapping mapped() {
        Recognised recognised = recognised(columns.toArray(String[]::new));
        return recognised.format().map(new TableRecord(recognised.header(), cells, numberStyle));
    }

    public AssetDraft draft() {
        RowMapping mapping = mapped();
        assertThat(mapping).isInstanceOf(RowMapping.AssetRow.class);
        return ((RowMapping.AssetRow) mapping).draft();
    }

    public AssetAttributes attributes() {
        return draft().attributes();
    }

    public String key() {
        return draft().key().externalKey();
    }

    public RowMapping.RejectedRow rejection() {
        RowMapping mapping = mapped();
        assertThat(mapping).isInstanceOf(RowMapping.RejectedRow.class);
        return (RowMapping.RejectedRow) mapping;
    }

    public RowProblem problem() {
        assertThat(rejection().problems()).hasSize(1);
        return rejection().problems().getFirst();
    }
}
