package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.TestEngagement.StoredAsset;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code shared/data/malformed/EXPECTED.md}, from the file to the database and the report. */
class MalformedImportIT extends ImportScenario {
    private static final String DB = "db01.rdu3.fedoraproject.org";
    private static final String WIKI = "wiki01.rdu3.fedoraproject.org";
    private static final String RABBITMQ = "rabbitmq01.rdu3.fedoraproject.org";
    private static final String IPA = "ipa01.rdu3.fedoraproject.org";
    private static final String KOJI = "koji01.rdu3.fedoraproject.org";

    private ImportSummary run(MalformedSamples samples, String name) throws IOException {
        return run(samples.file(name, folder));
    }

    private void assertClean(ImportSummary summary, int rows) {
        assertThat(summary.counts()).isEqualTo(new ImportCounts(rows, 0, 0, 0));
        assertThat(summary.totalRows()).isEqualTo(rows);
        assertThat(summary.warnings()).isEmpty();
        assertThat(summary.rejectionReport()).isEmpty();
        assertThat(engagement.assets()).hasSize(rows);
    }

    @Test
    void importsAnExtremeRowBesideAnOrdinaryOneAndSaysWhatItLeftOut() {
        String words = IntStream.range(0, 13_000)
                .mapToObj(number -> Integer.toString(number + 60_000, 36))
                .collect(Collectors.joining(" "));
        String prose = words.substring(0, 29_999);

        ImportSummary summary = run(file(HEADER, row("1"), row("2", prose, words.substring(0, 39_999)), row("3")));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(3, 0, 0, 0));
        assertThat(engagement.names()).containsExactly("host-1", "host-2", "host-3");
        assertThat(engagement.asset("host-2").description()).isEqualTo(prose);
        assertThat(engagement.asset("host-2").sourceAttributes()).doesNotContain("u_note");
        assertThat(rejections(summary))
                .containsExactly(
                        new Rejection(
                                3,
                                "u_note",
                                "",
                                "the texts of the row have 100,085 bytes, at most 65,536; it is imported"
                                        + " without the source attributes u_note"),
                        new Rejection(
                                3,
                                "description",
                                "",
                                "has 29,999 characters; the row is imported, and searches by words"
                                        + " see the first 8,000"));
        assertThat(summary.warnings()).singleElement().asString().contains("no row was rejected");
    }

    private ImportRefusal assertRefusedWhole(MalformedSamples samples, String name) throws IOException {
        ImportRefusal refusal = refusal(samples.file(name, folder));
        assertThat(engagement.assets()).isEmpty();
        assertThat(engagement.imports()).isZero();
        return refusal;
    }

    @ParameterizedTest
    @EnumSource
    void recognisesFirstColumnBehindByteOrderMark(MalformedSamples samples) throws IOException {
        assertClean(run(samples, "01-utf8-bom.csv"), 5);

        assertThat(engagement.asset(DB).externalKey()).isEqualTo("7ef19a44a1df11b0d4633c531efbb1f7");
        assertThat(engagement.assets())
                .noneMatch(asset -> asset.sourceAttributes().contains("\uFEFF"));
    }

    @ParameterizedTest
    @EnumSource
    void storesUmlautsOfWindows1252(MalformedSamples samples) throws IOException {
        assertClean(run(samples, "02-windows-1252-umlauts.csv"), 4);

        assertThat(engagement.assets())
                .extracting(StoredAsset::location)
                .containsExactlyInAnyOrder("Köln", "München", "Düsseldorf", "Würzburg");
        assertThat(engagement.assets())
                .extracting(StoredAsset::description)
                .contains("Nachrichtenverteiler – außer Betrieb", "Verzeichnisdienst, Kosten 1.200 € je Jahr");
    }

    @ParameterizedTest
    @EnumSource
    void readsSemicolonsAndDecimalCommas(MalformedSamples samples) throws IOException {
        assertClean(run(samples, "03-semicolon.csv"), 5);

        assertThat(engagement.asset(DB).storageGib()).isEqualByComparingTo(new BigDecimal("1464.84"));
        assertThat(engagement.asset(KOJI).storageGib()).isEqualByComparingTo(new BigDecimal("97.66"));
    }

    @ParameterizedTest
    @EnumSource
    void keepsLineBreaksInsideCells(MalformedSamples samples) throws IOException {
        assertClean(run(samples, "04-crlf-multiline.csv"), 4);

        assertThat(engagement.asset(WIKI).description())
                .isEqualTo("Wiki application server\nsecond line, with a comma and a \"quoted\" word");
        assertThat(engagement.assets())
                .noneMatch(asset -> asset.sourceAttributes().contains("\\r"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesFileWithoutNameColumn(MalformedSamples samples) throws IOException {
        ImportRefusal refusal = assertRefusedWhole(samples, "05-missing-required-column.csv");

        assertThat(refusal.code()).isEqualTo(Code.MISSING_COLUMN);
        assertThat(refusal.message()).contains("`name`").containsOnlyOnce("missing");
    }

    @ParameterizedTest
    @EnumSource
    void refusesFileWithDuplicateColumn(MalformedSamples samples) throws IOException {
        ImportRefusal refusal = assertRefusedWhole(samples, "06-duplicate-header.csv");

        assertThat(refusal.code()).isEqualTo(Code.DUPLICATE_COLUMN);
        assertThat(refusal.message()).isEqualTo("column `name` appears twice (columns 2 and 3)");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsRaggedRowsOnly(MalformedSamples samples) throws IOException {
        ImportSummary summary = run(samples, "07-ragged-rows.csv");

        assertThat(summary.counts()).isEqualTo(new ImportCounts(3, 0, 0, 2));
        assertThat(engagement.names()).containsExactly(DB, IPA, WIKI);
        assertThat(rejections(summary))
                .containsExactly(
                        new Rejection(4, "", "", "5 cells, expected 9"),
                        new Rejection(6, "", "", "11 cells, expected 9"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesFileWithUnclosedQuote(MalformedSamples samples) throws IOException {
        ImportRefusal refusal = assertRefusedWhole(samples, "08-unclosed-quote.csv");

        assertThat(refusal.code()).isEqualTo(Code.UNCLOSED_QUOTE);
        assertThat(refusal.message()).startsWith("line 4:").contains("never closed", "nothing behind it can be read");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsCellOfOneMebibyteWithoutQuotingIt(MalformedSamples samples) throws IOException {
        ImportSummary summary = run(samples, "09-one-mebibyte-cell.csv");

        assertOnlyTheSecondRowRejected(summary, rejection -> {
            assertThat(rejection.column()).isEqualTo("short_description");
            assertThat(rejection.value()).hasSizeBetween(1, 200);
            assertThat(rejection.reason()).isEqualTo("has 1,048,576 characters, at most 65,536");
        });
        assertThat(Files.size(summary.rejectionReport().orElseThrow())).isLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void rejectsRowWithNul(MalformedSamples samples) throws IOException {
        ImportSummary summary = run(samples, "10-nul-byte.csv");

        assertOnlyTheSecondRowRejected(summary, rejection -> {
            assertThat(rejection.column()).isEqualTo("name");
            assertThat(rejection.value()).contains("\\u0000").doesNotContain("\0");
            assertThat(rejection.reason()).contains("NUL");
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusesEmptyFile(MalformedSamples samples) throws IOException {
        ImportRefusal refusal = assertRefusedWhole(samples, "11-empty-file.csv");

        assertThat(refusal.code()).isEqualTo(Code.EMPTY);
        assertThat(refusal.message()).contains("0 bytes", "no header");
    }

    @ParameterizedTest
    @EnumSource
    void keepsEverythingWhereFileHasOnlyItsHeader(MalformedSamples samples) throws IOException {
        run(samples, "01-utf8-bom.csv");
        Path headerOnly = samples.file("12-header-only.csv", folder);

        ImportSummary summary = run(engagement, headerOnly, MissingAssetPolicy.DELETE);

        assertThat(summary.counts()).isEqualTo(ImportCounts.NONE);
        assertThat(summary.warnings()).containsExactly("no data rows");
        assertThat(summary.missing()).isZero();
        assertThat(summary.deleted()).isZero();
        assertThat(engagement.assets()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void rejectsSecondRowOfSameKey(MalformedSamples samples) throws IOException {
        ImportSummary summary = run(samples, "13-duplicate-external-id.csv");

        assertThat(summary.counts()).isEqualTo(new ImportCounts(3, 0, 0, 1));
        assertThat(engagement.names()).containsExactly(DB, RABBITMQ, WIKI);
        assertThat(rejections(summary))
                .containsExactly(new Rejection(
                        5,
                        "",
                        "30930224de7aabd144422cd5a42764ca",
                        "the key of this row is already used by the row in line 3"));
    }

    /** Both runs of the same folder of files leave the same behind: nothing of a malformed file depends on its past. */
    @ParameterizedTest
    @EnumSource
    void importsMalformedFilesTwiceAlike(MalformedSamples samples) throws IOException {
        for (String name : List.of("07-ragged-rows.csv", "10-nul-byte.csv", "13-duplicate-external-id.csv")) {
            Path file = samples.file(name, folder);
            engagement = engagements.create();
            ImportSummary first = run(file);
            ImportSummary second = run(file);

            assertThat(second.counts())
                    .isEqualTo(new ImportCounts(
                            0, 0, first.counts().created(), first.counts().rejected()));
            assertThat(rejections(second)).isEqualTo(rejections(first));
        }
    }

    private void assertOnlyTheSecondRowRejected(ImportSummary summary, Consumer<Rejection> further) {
        assertThat(summary.counts()).isEqualTo(new ImportCounts(2, 0, 0, 1));
        assertThat(engagement.names()).containsExactly(DB, RABBITMQ);
        assertThat(rejections(summary)).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            further.accept(rejection);
        });
    }
}
