package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a file begins: enough of it to tell tables from JSON, and commas from semicolons, whatever its encoding. */
final class FileOpening {
    /** A header of the most columns with the longest names, in any encoding. */
    private static final int MAX_BYTES = 1 << 20;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private final String text;

    private FileOpening(byte[] bytes) {
        this.bytes = bytes;
        // What is said of it here are ASCII characters, which the wrong encoding leaves as they are.
        this.text = new String(bytes, StandardCharsets.UTF_8).stripLeading();
    }

    /** Reads it from the file's first byte on. */
    static FileOpening of(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MAX_BYTES);
        boolean marked = bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
        return new FileOpening(marked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes);
    }

    /** The bytes that were read, without a byte order mark. */
    byte[] bytes() {
        return bytes;
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    boolean isJsonObject() {
        return text.startsWith("{");
    }

    boolean isJsonArray() {
        return text.startsWith("[");
    }

    String firstLine() {
        return text.lines().findFirst().orElse("");
    }

    /** The delimiter: comma or semicolon, whichever occurs more often in the first record outside quoted cells. */
    char delimiter() {
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && (character == '\n' || character == '\r')) {
                break;
            } else if (!quoted && character == ',') {
                commas++;
            } else if (!quoted && character == ';') {
                semicolons++;
            }
        }
        return semicolons > commas ? ';' : ',';
    }
}
