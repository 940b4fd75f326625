package io.modernize.cmdb.testsupport.attacks;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Random;
import java.util.function.IntFunction;

/** Rows of JSON Lines that a format accepts, made while they are sent. */
final class Rows {
    /** Of a text that is searched by words. */
    private static final int WORDS = 4_000;

    /** Below the length of a cell. */
    private static final int LONG_TEXT = 65_000;

    private static final int SHORT_TEXT = 1_000;
    private static final int TAGS = 128;
    private static final int ADDRESSES = 64;
    private static final int ATTRIBUTES = 15;

    private Rows() {}

    /** Rows of a few hundred bytes, which differ in each round and are therefore embedded anew. */
    static InputStream plain(int rows, int round) {
        return sequence(
                rows,
                row -> bytes(("{\"externalKey\":\"plain-%1$d\",\"name\":\"server-%1$d\",\"description\":\"Application"
                    + " server of round %2$d that runs a billing system with a database for the region number %1$d and"
                    + " is supported by a team in another country during office hours"
                    + " only\",\"environment\":\"production\",\"osName\":\"Red Hat Enterprise Linux\"}\n")
                        .formatted(row, round)));
    }

    /** Rows with all the words that they may have. All of them have the word {@code payroll}. */
    static InputStream wordy(int rows) {
        return sequence(rows, row -> {
            Random random = new Random(row);
            StringBuilder line = new StringBuilder(300_000);
            line.append("{\"externalKey\":\"wordy-").append(row).append("\",\"name\":\"wordy-");
            line.append(row).append("\",\"attributes\":{\"zone\":\"a\"},\"description\":\"payroll ");
            words(line, random, LONG_TEXT - 10);
            list(line.append("\",\"tags\":["), random, TAGS);
            list(line.append(",\"addresses\":["), random, ADDRESSES);
            return bytes(line.append("}\n").toString());
        });
    }

    /** Rows whose source attributes have almost three million bytes. All of them have the word {@code archive}. */
    static InputStream large(int firstRow, int rows) {
        byte[] values = attributes();
        return sequence(rows, row -> {
            byte[] head = bytes("{\"externalKey\":\"large-%1$d\",\"name\":\"archive-%1$d\",\"description\":\"archive\","
                    .formatted(firstRow + row));
            byte[] line = new byte[head.length + values.length];
            System.arraycopy(head, 0, line, 0, head.length);
            System.arraycopy(values, 0, line, head.length, values.length);
            return line;
        });
    }

    /** A text of that many characters, none like that of another seed. */
    static String text(int seed, int characters) {
        StringBuilder text = new StringBuilder();
        words(text, new Random(seed), characters);
        return text.toString();
    }

    private static byte[] attributes() {
        Random random = new Random(1);
        StringBuilder value = new StringBuilder();
        random.ints(LONG_TEXT, 0x4e00, 0x9f00).forEach(value::appendCodePoint);
        StringBuilder attributes = new StringBuilder("\"attributes\":{");
        for (int i = 0; i < ATTRIBUTES; i++) {
            attributes
                    .append(i == 0 ? "\"" : ",\"")
                    .append("column-")
                    .append(i)
                    .append("\":\"")
                    .append(value)
                    .append('"');
        }
        return bytes(attributes.append("}}\n").toString());
    }

    private static void list(StringBuilder line, Random random, int entries) {
        for (int i = 0; i < entries; i++) {
            line.append(i == 0 ? "\"" : ",\"").append(i).append(' ');
            words(line, random, SHORT_TEXT - 10);
            line.append('"');
        }
        line.append(']');
    }

    private static void words(StringBuilder text, Random random, int characters) {
        int end = text.length() + characters;
        while (text.length() < end) {
            text.append('w')
                    .append(Integer.toString(random.nextInt(WORDS) + WORDS, Character.MAX_RADIX))
                    .append(' ');
        }
        text.setLength(end);
    }

    private static InputStream sequence(int rows, IntFunction<byte[]> row) {
        return new SequenceInputStream(Collections.enumeration(new LazyRows(rows, row)));
    }

    /** Makes a row when it is asked for. */
    private static final class LazyRows extends java.util.AbstractList<InputStream> {
        private final int rows;
        private final IntFunction<byte[]> row;

        private LazyRows(int rows, IntFunction<byte[]> row) {
            this.rows = rows;
            this.row = row;
        }

        @Override
        public InputStream get(int index) {
            return new ByteArrayInputStream(row.apply(index));
        }

        @Override
        public int size() {
            return rows;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
