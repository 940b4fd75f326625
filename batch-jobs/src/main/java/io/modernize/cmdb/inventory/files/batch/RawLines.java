package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text in order, without blank ones. It holds one line, and of a long line only the beginning. */
final class RawLines implements AutoCloseable {
    private static final int BUFFER_CHARS = 8_192;

    private final Reader characters;
    private final int maxChars;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int position;
    private int filled;
    private long line;

    RawLines(Reader characters, int maxChars) {
        this.characters = characters;
        this.maxChars = maxChars;
    }

    /**
     * A line without its end.
     *
     * @param text at most as many characters as were asked for
     * @param length the number of characters of the whole line
     */
    record RawLine(long line, String text, long length) {
        boolean isCut() {
            return length > text.length();
        }
    }

    /** The next line; null after the last one. */
    @Nullable
    RawLine next() throws IOException {
        while (position < filled || fill()) {
            RawLine read = read();
            if (read.isCut() || !read.text().isBlank()) {
                return read;
            }
        }
        return null;
    }

    private RawLine read() throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        long length = 0;
        while (position < filled || fill()) {
            char character = buffer[position++];
            if (character == '\n') {
                break;
            }
            length++;
            if (text.length() < maxChars) {
                text.append(character);
            }
        }
        if (length == text.length() && length > 0 && text.charAt((int) length - 1) == '\r') {
            length--;
            text.setLength((int) length);
        }
        return new RawLine(line, text.toString(), length);
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, characters.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
