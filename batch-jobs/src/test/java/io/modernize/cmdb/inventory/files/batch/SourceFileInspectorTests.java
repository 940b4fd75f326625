package io.modernize.cmdb.inventory.files.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileInspectorTests {
    private static final String HEADER = "sys_id,name,location,comments\n";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("source.csv"), bytes);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportRefusal refusal(String text) throws IOException {
        return ImportedFile.refusalOf(file(text));
    }

    @Test
    void describesAReadableFile() throws IOException {
        SourceFile source =
                ImportedFile.of(file(HEADER + "1,web01,Köln,\n2,web02,,\n")).file();

        assertThat(source.format()).isEqualTo(ImportFormat.SERVICENOW_CI);
        assertThat(source.encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(source.dataRows()).isEqualTo(2);
        assertThat(source.warnings()).isEmpty();
        assertThat(source.sizeBytes()).isEqualTo(source.source().size());
        assertThat(source.sha256())
                .hasSize(64)
                .isEqualTo(sha256(source.source().open().readAllBytes()));
    }

    private static String sha256(byte[] bytes) {
        ByteSurvey survey = new ByteSurvey();
        for (byte value : bytes) {
            survey.add(new byte[] {value}, 0, 1);
        }
        return survey.sha256Hex();
    }

    @Test
    void hashesAsEveryoneElseDoes() {
        ByteSurvey survey = new ByteSurvey();
        survey.add("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        assertThat(survey.sha256Hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        assertThat(ImportedFile.refusalOf(folder.resolve("absent.csv")).code()).isEqualTo(Code.FILE_NOT_FOUND);
        assertThat(ImportedFile.refusalOf(folder).code()).isEqualTo(Code.NOT_A_REGULAR_FILE);
    }

    @Test
    void refusesFilesBeyondTheLimit() throws IOException {
        Path path = file(HEADER + "1,web01,,\n");
        long size = Files.size(path);

        assertThat(new SourceFileInspector(size).inspect(new ImportSource.LocalFile(path)))
                .isInstanceOf(SourceInspection.Readable.class);
        assertThat(new SourceFileInspector(size - 1).inspect(new ImportSource.LocalFile(path)))
                .isInstanceOfSatisfying(
                        SourceInspection.Unreadable.class,
                        unreadable -> assertThat(unreadable.refusal().code()).isEqualTo(Code.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n  \n", "\uFEFF", ",,,\n,,,\n"})
    void refusesFilesWithoutHeader(String text) throws IOException {
        assertThat(refusal(text).code()).isEqualTo(Code.EMPTY);
    }

    @Test
    void decodesUtf8AcrossBlocks() throws IOException {
        // One ASCII character less or more before them moves the two-byte characters over every block border.
        for (int shift = 0; shift < 2; shift++) {
            ImportedFile imported = ImportedFile.of(file(HEADER + "1," + "x".repeat(shift) + ",," + "ä".repeat(30_000)
                    + "\n" + "2,b,," + "ä".repeat(30_000) + "\n"));
            assertThat(imported.file().encoding()).isEqualTo(TextEncoding.UTF_8);
            assertThat(imported.assets().getLast().attributes().description()).isEqualTo("ä".repeat(30_000));
        }
    }

    @Test
    void decodesWindows1252WhereItIsNotUtf8() throws IOException {
        ImportedFile imported = ImportedFile.of(file((HEADER + "1,web01,Köln,5 €\n").getBytes(WINDOWS_1252)));

        assertThat(imported.file().encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(imported.asset(0).location()).isEqualTo("Köln");
        assertThat(imported.asset(0).description()).isEqualTo("5 €");
    }

    @Test
    void refusesBytesThatAreNeitherUtf8NorWindows1252() throws IOException {
        byte[] bytes = (HEADER + "1,web01,,?\n").getBytes(StandardCharsets.US_ASCII);
        bytes[bytes.length - 2] = (byte) 0x81;

        ImportRefusal refusal = ImportedFile.refusalOf(file(bytes));

        assertThat(refusal.code()).isEqualTo(Code.ENCODING_UNSUPPORTED);
        assertThat(refusal.message()).contains("line 2");
    }

    @Test
    void refusesDamagedUtf8InsteadOfGarblingIt() throws IOException {
        byte[] bytes = (HEADER + "1,web01,Köln,\n2,web02,Köln,?\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xC3;

        ImportRefusal refusal = ImportedFile.refusalOf(file(bytes));

        assertThat(refusal.code()).isEqualTo(Code.ENCODING_UNSUPPORTED);
        assertThat(refusal.message()).contains("UTF-8", "line 3");
    }

    @Test
    void refusesUtf16() throws IOException {
        assertThat(ImportedFile.refusalOf(file((HEADER + "1,web01,,\n").getBytes(StandardCharsets.UTF_16)))
                        .remedy())
                .contains("UTF-8");
        assertThat(ImportedFile.refusalOf(file(("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_16LE)))
                        .code())
                .isEqualTo(Code.ENCODING_UNSUPPORTED);
        assertThat(ImportedFile.refusalOf(file(HEADER.getBytes(StandardCharsets.UTF_16LE)))
                        .code())
                .isEqualTo(Code.BINARY_CONTENT);
    }

    @Test
    void refusesSpreadsheetsAndOtherBinaries() throws IOException {
        assertThat(refusal("PK\u0003\u0004 and so on").code()).isEqualTo(Code.BINARY_CONTENT);
        assertThat(refusal("%PDF-1.7").code()).isEqualTo(Code.BINARY_CONTENT);
        assertThat(refusal("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E text")
                        .code())
                .isEqualTo(Code.BINARY_CONTENT);
    }

    @Test
    void findsDelimitersInHeadersWithQuotedCells() throws IOException {
        assertThat(ImportedFile.of(file("sys_id;name;\"a,b,c,d\"\n1;web01;x\n")).names())
                .containsExactly("web01");
        assertThat(ImportedFile.of(file("\"sys_id\",\"name\",\"a;b;c;d\"\n1,web01,x\n"))
                        .names())
                .containsExactly("web01");
    }

    @Test
    void namesTheLineWhereTheLostQuoteStands() throws IOException {
        // The record begins in line 3, its first quoted cell is whole, the second opens in line 4.
        ImportRefusal refusal = refusal(HEADER + "1,web01,,\n2,\"web\n02\",\"Köln,\n3,web03,,\n");

        assertThat(refusal.code()).isEqualTo(Code.UNCLOSED_QUOTE);
        assertThat(refusal.message()).startsWith("line 4: a quoted cell opens there and is never closed");
    }

    @Test
    void refusesAQuoteLostAsTheVeryLastCharacter() throws IOException {
        assertThat(refusal(HEADER + "1,web01,,\"").code()).isEqualTo(Code.UNCLOSED_QUOTE);
        assertThat(refusal(HEADER + "1,web01,,\"a\"\"").code()).isEqualTo(Code.UNCLOSED_QUOTE);
        assertThat(refusal("sys_id,\"name\n1,web01\n").code()).isEqualTo(Code.UNCLOSED_QUOTE);
    }

    @Test
    void refusesTextBehindAClosingQuote() throws IOException {
        ImportRefusal refusal = refusal(HEADER + "1,web01,,\n2,web02,,\"Disk\r\nfull\" again\n");

        assertThat(refusal.code()).isEqualTo(Code.TEXT_AFTER_QUOTE);
        assertThat(refusal.message())
                .isEqualTo("line 4: text follows the closing quote of a cell that opens in line 3");
    }

    @Test
    void refusesALostQuoteThatALaterQuoteSeemsToClose() throws IOException {
        ImportRefusal refusal = refusal(HEADER + "1,web01,,\"lost\n2,web02,,\"whole\"\n");

        assertThat(refusal.code()).isEqualTo(Code.TEXT_AFTER_QUOTE);
        assertThat(refusal.message()).contains("opens in line 2");
    }

    @Test
    void takesQuotesInsideUnquotedCellsAsText() throws IOException {
        assertThat(ImportedFile.of(file(HEADER + "1,web01,,5\" disk\n2,web02,,\n"))
                        .names())
                .containsExactly("web01", "web02");
    }

    @Test
    void refusesACellLargerThanTheBuffer() throws IOException {
        Path path = folder.resolve("huge.csv");
        try (Writer text = Files.newBufferedWriter(path)) {
            text.write(HEADER + "1,web01,,\n2,web02,\"");
            for (int megabyte = 0; megabyte < 17; megabyte++) {
                text.write("x".repeat(1 << 20));
            }
            text.write("\",\n3,web03,,\n");
        }
        ImportRefusal refusal = ImportedFile.refusalOf(path);

        assertThat(refusal.code()).isEqualTo(Code.CELL_TOO_LARGE);
        assertThat(refusal.message()).startsWith("line 3:");
    }

    @Test
    void rejectsALineOfMoreJsonValuesThanAnAssetCanHave() throws IOException {
        Path path = folder.resolve("brackets.jsonl");
        Files.writeString(
                path,
                "{\"externalKey\":\"1\",\"name\":\"a\",\"attributes\":[" + "[],".repeat(100_000)
                        + "0]}\n{\"externalKey\":\"2\",\"name\":\"b\"}\n");

        ImportedFile imported = ImportedFile.of(path);

        assertThat(imported.names()).containsExactly("b");
        assertThat(imported.onlyProblem().reason())
                .startsWith("is not valid JSON")
                .contains("Token count");
    }

    @Test
    void refusesJsonDocumentsOverSeveralLines() throws IOException {
        assertThat(refusal("[{\"externalKey\": \"1\", \"name\": \"a\"}]").remedy())
                .contains("one object a line");
        assertThat(refusal("{\n  \"externalKey\": \"1\",\n  \"name\": \"a\"\n}\n")
                        .remedy())
                .contains("one object a line");
    }

    @Test
    void recognisesJsonLinesWhateverTheFilesName() throws IOException {
        assertThat(ImportedFile.of(file("\uFEFF\n{\"externalKey\": \"1\", \"name\": \"a\"}\n"))
                        .file()
                        .format())
                .isEqualTo(ImportFormat.JSON_LINES);
    }

    /** Three bytes that are a wide space in UTF-8 are three letters in Windows-1252, which one byte further down decides. */
    @Test
    void countsRowsByTheEncodingThatTheWholeFileHas() throws IOException {
        String text = "\u3000,,\n" + HEADER + "1,web01,Köln,\n\u3000,\u2003,,\n2,web02,Köln,\n";

        SourceFile wideSpaces = ImportedFile.of(file(text)).file();
        ImportRefusal letters = ImportedFile.refusalOf(file(notUtf8(text)));

        assertThat(wideSpaces.encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(wideSpaces.dataRows()).isEqualTo(2);
        // The first row holds text there, and is no header that anybody knows.
        assertThat(letters.code()).isEqualTo(Code.UNKNOWN_FORMAT);
    }

    @Test
    void countsARowOfLettersThatWouldBeWideSpacesInUtf8() throws IOException {
        SourceFile letters = ImportedFile.of(file(notUtf8(HEADER + "1,web01,,\n\u3000,,,\n")))
                .file();

        assertThat(letters.encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(letters.dataRows()).isEqualTo(3);
    }

    @Test
    void readsAHeaderByTheEncodingThatTheWholeFileHas() throws IOException {
        SourceFile file = ImportedFile.of(file(notUtf8("sys_id,name,location,Größe\n1,web01,,\n")))
                .file();

        assertThat(((SourceFile.Table) file.shape()).header().columns())
                .containsExactly(
                        "sys_id",
                        "name",
                        "location",
                        new String("Größe".getBytes(StandardCharsets.UTF_8), WINDOWS_1252));
    }

    /** The bytes of the text in UTF-8, and behind them a row of so many that are none that the whole is Windows-1252. */
    private static byte[] notUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] row = "9,web09,ä ä ä ä ä ä ä ä ä ä,\n".getBytes(WINDOWS_1252);
        byte[] both = Arrays.copyOf(bytes, bytes.length + row.length);
        System.arraycopy(row, 0, both, bytes.length, row.length);
        return both;
    }
}
