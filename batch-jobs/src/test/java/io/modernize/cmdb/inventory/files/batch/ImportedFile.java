package io.modernize.cmdb.inventory.files.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.RelationDraft;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What inspecting, reading and mapping make of a whole file. */
public record ImportedFile(
        SourceFile file, List<AssetDraft> assets, List<RelationDraft> relations, List<Rejection> rejections) {

    record Rejection(long row, long line, List<RowProblem> problems) {}

    static ImportedFile of(Path path) throws IOException {
        SourceInspection inspection = new SourceFileInspector().inspect(new ImportSource.LocalFile(path));
        assertThat(inspection).isInstanceOf(SourceInspection.Readable.class);
        SourceFile file = ((SourceInspection.Readable) inspection).file();
        ImportedFile imported = new ImportedFile(file, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (SourceRowReader reader = SourceRowReader.open(file)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                imported.add(row);
            }
        }
        assertThat(imported.assets.size() + imported.relations.size() + imported.rejections.size())
                .as("rows counted by the inspector")
                .isEqualTo((int) file.dataRows());
        return imported;
    }

    static ImportRefusal refusalOf(Path path) throws IOException {
        SourceInspection inspection = new SourceFileInspector().inspect(new ImportSource.LocalFile(path));
        assertThat(inspection).isInstanceOf(SourceInspection.Unreadable.class);
        return ((SourceInspection.Unreadable) inspection).refusal();
    }

    private void add(SourceRow row) {
        switch (row.content()) {
            case SourceRow.Defective(RowProblem problem) ->
                rejections.add(new Rejection(row.row(), row.line(), List.of(problem)));
            case SourceRow.Intact intact -> {
                switch (file.format().map(intact.record())) {
                    case RowMapping.AssetRow(AssetDraft draft, var _) -> assets.add(draft);
                    case RowMapping.RelationRow(RelationDraft draft) -> relations.add(draft);
                    case RowMapping.RejectedRow rejected ->
                        rejections.add(new Rejection(row.row(), row.line(), rejected.problems()));
                }
            }
        }
    }

    List<String> names() {
        return assets.stream().map(asset -> asset.attributes().name()).toList();
    }

    AssetAttributes asset(int position) {
        return assets.get(position).attributes();
    }

    Rejection onlyRejection() {
        assertThat(rejections).hasSize(1);
        assertThat(rejections.getFirst().problems()).hasSize(1);
        return rejections.getFirst();
    }

    RowProblem onlyProblem() {
        return onlyRejection().problems().getFirst();
    }
}
