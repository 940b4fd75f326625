package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes the characters of a table on and tracks its quotes. The parser behind it reports the line where a record
 * begins. A person who looks for a lost quote needs the line of the quote, which may be many lines further down.
 */
final class QuoteTracker extends Reader {
    private enum Place {
        CELL_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    private final Reader characters;
    private final char delimiter;
    private Place place = Place.CELL_START;
    private long line = 1;
    private boolean afterCarriageReturn;
    private long lastOpeningLine;
    private long misplacedTextLine;
    private boolean atEnd;

    QuoteTracker(Reader characters, char delimiter) {
        this.characters = characters;
        this.delimiter = delimiter;
    }

    /** Whether the characters read so far end inside a quoted cell. */
    boolean isInsideQuotes() {
        return place == Place.QUOTED;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** The line where the last quoted cell opens; 0 before the first one. */
    long lastOpeningLine() {
        return lastOpeningLine;
    }

    /** The line of the first text behind a closing quote; 0 while there is none. */
    long misplacedTextLine() {
        return misplacedTextLine;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = characters.read(target, offset, length);
        atEnd = count < 0;
        // Behind misplaced text nothing can be told about quotes any more.
        for (int at = offset; at < offset + count && misplacedTextLine == 0; at++) {
            follow(target[at]);
        }
        return count;
    }

    private void follow(char character) {
        boolean lineBreak = character == '\r' || (character == '\n' && !afterCarriageReturn);
        switch (place) {
            case QUOTED -> {
                if (character == '"') {
                    place = Place.AFTER_QUOTE;
                }
            }
            case AFTER_QUOTE -> {
                if (character == '"') {
                    place = Place.QUOTED;
                } else if (endsCell(character)) {
                    place = Place.CELL_START;
                } else {
                    misplacedTextLine = line;
                }
            }
            case CELL_START -> {
                if (character == '"') {
                    place = Place.QUOTED;
                    lastOpeningLine = line;
                } else if (!endsCell(character)) {
                    place = Place.UNQUOTED;
                }
            }
            case UNQUOTED -> {
                if (endsCell(character)) {
                    place = Place.CELL_START;
                }
            }
        }
        if (lineBreak) {
            line++;
        }
        afterCarriageReturn = character == '\r';
    }

    private boolean endsCell(char character) {
        return character == delimiter || character == '\r' || character == '\n';
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
