package io.modernize.cmdb.inventory.files.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.application.SharedData;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code shared/data/malformed/EXPECTED.md} asks of a good importer, as far as it does not need the database. */
class MalformedFilesTests {

    private static Path malformed(String name) {
        return SharedData.file("malformed/" + name);
    }

    @Test
    void recognisesFirstColumnBehindByteOrderMark() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("01-utf8-bom.csv"));

        assertThat(imported.file().encoding()).isEqualTo(TextEncoding.UTF_8_WITH_BOM);
        assertThat(imported.assets()).hasSize(5);
        assertThat(imported.assets().getFirst().key().externalKey()).isEqualTo("7ef19a44a1df11b0d4633c531efbb1f7");
    }

    @Test
    void decodesWindows1252() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("02-windows-1252-umlauts.csv"));

        assertThat(imported.file().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(imported.assets())
                .extracting(asset -> asset.attributes().location())
                .containsExactly("Köln", "München", "Düsseldorf", "Würzburg");
        assertThat(imported.asset(2).description()).isEqualTo("Nachrichtenverteiler – außer Betrieb");
        assertThat(imported.asset(3).description()).isEqualTo("Verzeichnisdienst, Kosten 1.200 € je Jahr");
    }

    @Test
    void detectsSemicolonsAndDecimalCommas() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("03-semicolon.csv"));

        assertThat(imported.rejections()).isEmpty();
        assertThat(imported.assets())
                .extracting(asset -> asset.attributes().storageGib())
                .containsExactly(
                        new BigDecimal("1464.84"),
                        new BigDecimal("29.3"),
                        new BigDecimal("19.53"),
                        new BigDecimal("48.83"),
                        new BigDecimal("97.66"));
    }

    @Test
    void keepsLineBreaksInsideCells() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("04-crlf-multiline.csv"));

        assertThat(imported.assets()).hasSize(4);
        assertThat(imported.asset(1).description())
                .isEqualTo("Wiki application server\nsecond line, with a comma and a \"quoted\" word");
        assertThat(imported.assets())
                .flatExtracting(asset -> asset.attributes().sourceAttributes().values())
                .noneMatch(value -> value.contains("\r"));
    }

    @Test
    void refusesMissingNameOnce() throws IOException {
        ImportRefusal refusal = ImportedFile.refusalOf(malformed("05-missing-required-column.csv"));

        assertThat(refusal.code()).isEqualTo(Code.MISSING_COLUMN);
        assertThat(refusal.message()).startsWith("required column `name` is missing");
    }

    @Test
    void refusesDuplicateColumn() throws IOException {
        ImportRefusal refusal = ImportedFile.refusalOf(malformed("06-duplicate-header.csv"));

        assertThat(refusal.code()).isEqualTo(Code.DUPLICATE_COLUMN);
        assertThat(refusal.message()).isEqualTo("column `name` appears twice (columns 2 and 3)");
    }

    @Test
    void rejectsRaggedRowsOnly() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("07-ragged-rows.csv"));

        assertThat(imported.names())
                .containsExactly(
                        "db01.rdu3.fedoraproject.org", "wiki01.rdu3.fedoraproject.org", "ipa01.rdu3.fedoraproject.org");
        assertThat(imported.rejections())
                .containsExactly(
                        new ImportedFile.Rejection(3, 4, List.of(RowProblem.ofRow("5 cells, expected 9"))),
                        new ImportedFile.Rejection(5, 6, List.of(RowProblem.ofRow("11 cells, expected 9"))));
    }

    @Test
    void refusesUnclosedQuoteWithItsLine() throws IOException {
        ImportRefusal refusal = ImportedFile.refusalOf(malformed("08-unclosed-quote.csv"));

        assertThat(refusal.code()).isEqualTo(Code.UNCLOSED_QUOTE);
        assertThat(refusal.message()).startsWith("line 4:");
    }

    @Test
    void rejectsOverlongCellWithoutQuotingIt() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("09-one-mebibyte-cell.csv"));

        assertThat(imported.names())
                .containsExactly("db01.rdu3.fedoraproject.org", "rabbitmq01.rdu3.fedoraproject.org");
        assertThat(imported.onlyRejection().row()).isEqualTo(2);
        RowProblem problem = imported.onlyProblem();
        assertThat(problem.column()).isEqualTo("short_description");
        assertThat(problem.reason()).isEqualTo("has 1,048,576 characters, at most 65,536");
        assertThat(problem.value()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void rejectsNul() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("10-nul-byte.csv"));

        assertThat(imported.names())
                .containsExactly("db01.rdu3.fedoraproject.org", "rabbitmq01.rdu3.fedoraproject.org");
        assertThat(imported.onlyRejection().row()).isEqualTo(2);
        assertThat(imported.onlyProblem().column()).isEqualTo("name");
        assertThat(imported.onlyProblem().reason()).contains("NUL");
        assertThat(imported.onlyProblem().value()).doesNotContain("\0");
    }

    @Test
    void refusesEmptyFile() throws IOException {
        ImportRefusal refusal = ImportedFile.refusalOf(malformed("11-empty-file.csv"));

        assertThat(refusal.code()).isEqualTo(Code.EMPTY);
        assertThat(refusal.message()).contains("0 bytes", "no header");
    }

    @Test
    void warnsOfHeaderWithoutRows() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("12-header-only.csv"));

        assertThat(imported.file().dataRows()).isZero();
        assertThat(imported.file().warnings()).containsExactly("no data rows");
    }

    /** Which of the rows counts is decided where they are stored; here all of them have to arrive with their keys. */
    @Test
    void handsDuplicateKeysOn() throws IOException {
        ImportedFile imported = ImportedFile.of(malformed("13-duplicate-external-id.csv"));

        assertThat(imported.assets())
                .extracting(AssetDraft::key)
                .hasSize(4)
                .satisfies(keys -> assertThat(keys.get(3)).isEqualTo(keys.get(1)));
    }
}
