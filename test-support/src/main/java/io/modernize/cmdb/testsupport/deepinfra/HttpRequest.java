package io.modernize.cmdb.testsupport.deepinfra;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came.
 *
 * @param path without the query
 * @param headers by name in lower case
 */
record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {
    /** The request cannot be taken; the connection is of no more use. */
    static final class RefusedException extends IOException {
        private final int status;

        RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** More than 1,024 texts of the longest context have. */
    static final int MAX_BODY_BYTES = 64 * 1_024 * 1_024;

    private static final int MAX_LINE = 16_384;
    private static final int MAX_HEADERS = 100;

    /**
     * Reads the next one.
     *
     * @return null where the client has hung up instead
     * @throws RefusedException for what is no HTTP, or too large
     */
    static @Nullable HttpRequest read(InputStream in, OutputStream out) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] words = first.split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new RefusedException(400, "no HTTP/1.1");
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon < 1 || headers.size() == MAX_HEADERS) {
                throw new RefusedException(400, "broken headers");
            }
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        int query = words[1].indexOf('?');
        return new HttpRequest(
                words[0], query < 0 ? words[1] : words[1].substring(0, query), headers, body(in, headers));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = size(line(in), 16); size > 0; size = size(line(in), 16)) {
                if (size > MAX_BODY_BYTES - body.size()) {
                    throw new RefusedException(413, "a body beyond " + MAX_BODY_BYTES + " bytes");
                }
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
            line(in);
            return body.toByteArray();
        }
        int length = size(headers.getOrDefault("content-length", "0"), 10);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new RefusedException(400, "the body ends early");
        }
        return body;
    }

    private static int size(@Nullable String digits, int radix) throws RefusedException {
        long size;
        try {
            size = Long.parseLong(digits == null ? "" : digits.strip(), radix);
        } catch (NumberFormatException e) {
            throw new RefusedException(400, "no length");
        }
        if (size < 0 || size > MAX_BODY_BYTES) {
            throw new RefusedException(413, "a body beyond " + MAX_BODY_BYTES + " bytes");
        }
        return (int) size;
    }

    /** Without its end; null where there is nothing more. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() == MAX_LINE) {
                throw new RefusedException(400, "a line beyond " + MAX_LINE + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
