package io.modernize.cmdb.inventory.files.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRowReaderTests {
    private static final String HEADER = "sys_id,name,location,comments\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("source"), text);
    }

    private SourceFile inspected(String text) throws IOException {
        SourceInspection inspection = new SourceFileInspector().inspect(new ImportSource.LocalFile(file(text)));
        assertThat(inspection).isInstanceOf(SourceInspection.Readable.class);
        return ((SourceInspection.Readable) inspection).file();
    }

    private static List<SourceRow> rows(SourceFile file, long rowsToSkip) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (SourceRowReader reader = SourceRowReader.open(file, rowsToSkip)) {
            for (SourceRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void countsPhysicalLines() throws IOException {
        SourceFile file = inspected("\n" + HEADER + "1,a,,\"x\r\ny\rz\nw\"\r\n\r\n  \n,,,\n2,b,,\n3,c\n4,d,,");

        assertThat(rows(file, 0)).extracting(SourceRow::row).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows(file, 0)).extracting(SourceRow::line).containsExactly(3L, 10L, 11L, 12L);
        assertThat(file.dataRows()).isEqualTo(4);
    }

    @Test
    void goesOnBehindAnyRow() throws IOException {
        SourceFile table = inspected(HEADER + "1,a,,\"x\ny\"\n\n2,b,,\n3,c\n4,d,,\n");
        List<SourceRow> all = rows(table, 0);
        for (int skipped = 0; skipped <= 5; skipped++) {
            assertThat(rows(table, skipped))
                    .extracting(SourceRow::row, SourceRow::line)
                    .isEqualTo(all.stream()
                            .skip(skipped)
                            .map(row -> tuple(row.row(), row.line()))
                            .toList());
        }
        SourceFile json = inspected("{\"externalKey\":\"1\",\"name\":\"a\"}\n\n{\"externalKey\":\"2\",\"name\":\"b\"}");
        assertThat(rows(json, 1)).extracting(SourceRow::row, SourceRow::line).containsExactly(tuple(2L, 3L));
    }

    @Test
    void keepsLineBreaksInsideCellsAsLineFeeds() throws IOException {
        ImportedFile imported = ImportedFile.of(file(HEADER + "1,a,,\"x\r\ny\rz\"\r\n"));

        assertThat(imported.asset(0).description()).isEqualTo("x\ny\nz");
        assertThat(imported.asset(0).sourceAttributes().values()).noneMatch(value -> value.contains("\r"));
    }

    @Test
    void rejectsRaggedRowsOnly() throws IOException {
        ImportedFile imported = ImportedFile.of(file(HEADER + "1,a,,\n2\n3,c,,,,\n4,d,,\n"));

        assertThat(imported.names()).containsExactly("a", "d");
        assertThat(imported.rejections())
                .extracting(rejection -> rejection.problems().getFirst().reason())
                .containsExactly("1 cell, expected 4", "6 cells, expected 4");
    }

    @Test
    void rejectsOverlongCellsOnly() throws IOException {
        int tooLong = ImportLimits.CELL_CHARS + 1;
        ImportedFile imported = ImportedFile.of(file(HEADER + "1,a,,\n2,b,," + "x".repeat(tooLong) + "\n3,c,,"
                + "y".repeat(ImportLimits.CELL_CHARS) + "\n"));

        assertThat(imported.names()).containsExactly("a", "c");
        assertThat(imported.onlyProblem().column()).isEqualTo("comments");
        assertThat(imported.onlyProblem().reason()).isEqualTo("has 65,537 characters, at most 65,536");
        assertThat(imported.onlyProblem().value()).hasSize(200);
    }

    @Test
    void rejectsRowsThatAreLongAltogether() throws IOException {
        StringBuilder header = new StringBuilder("sys_id,name");
        StringBuilder row = new StringBuilder("1,a");
        for (int column = 0; column < 17; column++) {
            header.append(",c").append(column);
            row.append(',').append("x".repeat(ImportLimits.CELL_CHARS));
        }
        ImportedFile imported = ImportedFile.of(file(header + "\n" + row + "\n" + "2,b" + ",".repeat(17) + "\n"));

        assertThat(imported.names()).containsExactly("b");
        assertThat(imported.onlyProblem().reason()).contains("at most 1,048,576");
    }

    @Test
    void rejectsNulOnly() throws IOException {
        ImportedFile imported = ImportedFile.of(file(HEADER + "1,a,,\n2,b\0,,\n3,c,,\n"));

        assertThat(imported.names()).containsExactly("a", "c");
        assertThat(imported.onlyProblem().column()).isEqualTo("name");
        assertThat(imported.onlyProblem().value()).isEqualTo("b\\u0000");
    }

    @Test
    void rejectsBadJsonLinesOnly() throws IOException {
        String deep = "[".repeat(100) + "]".repeat(100);
        ImportedFile imported = ImportedFile.of(file("""
            {"externalKey": "1", "name": "a"}
            {"externalKey": "2", "name":
            [1]
            {"externalKey": "4", "name": "d"} {}
            {"externalKey": "5", "externalKey": "6", "name": "e"}
            {"externalKey": "7", "name": "g", "tags": %s}
            {"externalKey": "8", "name": "\\ud800"}
            {"externalKey": "9", "name": "i\\u0000"}
            nonsense
            {"externalKey": "10", "name": "j", "cpuCount": NaN}
            {"externalKey": "11", "name": "k", "tags": ["x", "y"], "attributes": {"zone": "a"}, "owner": null}
            """.formatted(deep)));

        assertThat(imported.names()).containsExactly("a", "k");
        assertThat(imported.asset(1).tags()).containsExactly("x", "y");
        assertThat(imported.rejections())
                .extracting(ImportedFile.Rejection::line)
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(imported.rejections())
                .extracting(rejection -> rejection.problems().getFirst().reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("is not valid JSON (character"),
                        reason -> assertThat(reason).isEqualTo("is not a JSON object"),
                        reason -> assertThat(reason).isEqualTo("has something behind the JSON object"),
                        reason -> assertThat(reason).contains("Duplicate", "externalKey"),
                        reason -> assertThat(reason).contains("nesting depth"),
                        reason -> assertThat(reason).contains("surrogate"),
                        reason -> assertThat(reason).contains("NUL"),
                        reason -> assertThat(reason).startsWith("is not valid JSON"),
                        reason -> assertThat(reason).startsWith("is not valid JSON"));
    }

    @Test
    void rejectsOverlongJsonLinesOnly() throws IOException {
        ImportedFile imported = ImportedFile.of(file("{\"externalKey\":\"1\",\"name\":\"a\"}\r\n{\"x\":\""
                + "y".repeat(ImportLimits.ROW_CHARS) + "\"}\n{\"externalKey\":\"3\",\"name\":\"c\"}"));

        assertThat(imported.names()).containsExactly("a", "c");
        assertThat(imported.onlyRejection().line()).isEqualTo(2);
        assertThat(imported.onlyProblem().reason()).contains("at most 1,048,576");
    }

    @Test
    void noticesThatTheFileHasChanged() throws IOException {
        SourceFile file = inspected(HEADER + "1,a,,\n");
        Files.writeString(((ImportSource.LocalFile) file.source()).path(), HEADER + "1,a,,\n2,b,,\n");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SourceRowReader.open(file))
                .withMessageContaining("has changed since it was inspected");
    }
}
