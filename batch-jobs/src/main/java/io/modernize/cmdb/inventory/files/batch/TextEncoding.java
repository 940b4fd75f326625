package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The encodings that turn the bytes of a file into characters. */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, 0),
    UTF_8_WITH_BOM(StandardCharsets.UTF_8, 3),
    WINDOWS_1252(Charset.forName("windows-1252"), 0);

    private static final String SAVE_AS_UTF_8 = "Save or export the file again as UTF-8.";

    private final Charset charset;
    private final int markBytes;

    TextEncoding(Charset charset, int markBytes) {
        this.charset = charset;
        this.markBytes = markBytes;
    }

    /**
     * Opens a file at its first character. Reading throws an {@link IOException} for bytes that this encoding does not
     * define.
     */
    Reader open(ImportSource source) throws IOException {
        InputStream bytes = source.open();
        try {
            bytes.skipNBytes(markBytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Characters that are the bytes of a text whose encoding is not known yet. */
    static Reader bytesAsCharacters(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether a text whose characters are bytes is nothing but white space where they are bytes of UTF-8. */
    static boolean isBlankInUtf8(CharSequence bytes) {
        for (int at = 0; at < bytes.length(); at++) {
            char value = bytes.charAt(at);
            if (value >= 0x80) {
                return UTF_8.decode(bytes.toString()).isBlank();
            }
            if (!Character.isWhitespace(value)) {
                return false;
            }
        }
        return true;
    }

    /** The text whose bytes these characters are. */
    String decode(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /**
     * What the beginning of a file says against it, whatever follows; null where it may be text.
     *
     * @param survey of the whole file, or of its first bytes
     */
    static @Nullable ImportRefusal refusal(ByteSurvey survey) {
        if (survey.startsWith(0xFE, 0xFF)
                || survey.startsWith(0xFF, 0xFE)
                || survey.startsWith(0x00, 0x00, 0xFE, 0xFF)) {
            return unsupported("the file is encoded as UTF-16 or UTF-32", SAVE_AS_UTF_8);
        }
        if (isContainer(survey)) {
            return binary("the file is a spreadsheet, an archive or a document, not text");
        }
        if (survey.hasTooManyControls()) {
            return binary("the file is binary, or UTF-16 without a byte order mark: it is full of control characters");
        }
        return null;
    }

    /** What a survey of the whole file says about its encoding. */
    static Detection detect(ByteSurvey survey) {
        ImportRefusal refusal = refusal(survey);
        if (refusal != null) {
            return new Undetected(refusal);
        }
        if (survey.isUtf8()) {
            return new Detected(survey.startsWith(0xEF, 0xBB, 0xBF) ? UTF_8_WITH_BOM : UTF_8);
        }
        if (survey.isDamagedUtf8() || survey.startsWith(0xEF, 0xBB, 0xBF)) {
            return refused(
                    "the file is UTF-8 but for some bytes, the first of them in line " + survey.firstInvalidUtf8Line(),
                    "Mend that line, or export again as UTF-8; reading it as another encoding would garble it.");
        }
        if (survey.isWindows1252()) {
            return new Detected(WINDOWS_1252);
        }
        return refused(
                "the file is neither UTF-8 (see line " + survey.firstInvalidUtf8Line() + ") nor Windows-1252 (see line "
                        + survey.firstUndefinedWindows1252Line() + ")",
                SAVE_AS_UTF_8);
    }

    private static boolean isContainer(ByteSurvey survey) {
        boolean zip = survey.startsWith('P', 'K', 0x03, 0x04);
        boolean oldOffice = survey.startsWith(0xD0, 0xCF, 0x11, 0xE0);
        boolean gzip = survey.startsWith(0x1F, 0x8B);
        boolean zstandard = survey.startsWith(0x28, 0xB5, 0x2F, 0xFD);
        boolean sevenZip = survey.startsWith('7', 'z', 0xBC, 0xAF);
        boolean pdf = survey.startsWith('%', 'P', 'D', 'F', '-');
        return zip || oldOffice || gzip || zstandard || sevenZip || pdf;
    }

    private static ImportRefusal binary(String message) {
        return new ImportRefusal(
                Code.BINARY_CONTENT, message, "Unpack it, or save the sheet as CSV in UTF-8, and import that.");
    }

    private static Detection refused(String message, String remedy) {
        return new Undetected(unsupported(message, remedy));
    }

    private static ImportRefusal unsupported(String message, String remedy) {
        return new ImportRefusal(Code.ENCODING_UNSUPPORTED, message, remedy);
    }

    sealed interface Detection {}

    record Detected(TextEncoding encoding) implements Detection {}

    record Undetected(ImportRefusal refusal) implements Detection {}
}
