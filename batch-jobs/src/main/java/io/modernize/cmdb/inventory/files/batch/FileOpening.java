package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.application.ImportSource;
import java.io.IOException;
import java.io.Reader;

/** The beginning of a file. It is long enough to tell tables from JSON, and commas from semicolons. */
record FileOpening(String text) {
    /** The greatest length: a header of the most columns with the longest names. */
    private static final int MAX_CHARS = 300_000;

    static FileOpening of(ImportSource source, TextEncoding encoding) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8_192];
        try (Reader characters = encoding.open(source)) {
            int count;
            while (text.length() < MAX_CHARS && (count = characters.read(buffer)) > 0) {
                text.append(buffer, 0, count);
            }
        }
        return new FileOpening(text.toString().stripLeading());
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
