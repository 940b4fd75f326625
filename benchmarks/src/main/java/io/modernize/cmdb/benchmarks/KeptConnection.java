package io.modernize.cmdb.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * HTTP over one connection, by a caller that allocates next to nothing. What a request allocates in this process is
 * therefore the server's. The caller sends requests that are ready made, and reads answers into one buffer.
 */
final class KeptConnection implements AutoCloseable {
    private static final byte[] OK = ascii("HTTP/1.1 200");
    private static final byte[] HEADERS_END = ascii("\r\n\r\n");
    private static final byte[] CHUNKS_END = ascii("\r\n0\r\n\r\n");
    private static final byte[] LENGTH = ascii("\r\ncontent-length:");

    /** The number of requests on one connection. Tomcat closes it after a hundred. */
    private static final int REQUESTS = 90;

    private final URI service;
    private final byte[] buffer = new byte[1 << 20];
    private Socket socket;
    private int sent;

    KeptConnection(URI service) throws IOException {
        this.service = service;
        this.socket = connected(service);
    }

    private static Socket connected(URI service) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** A request in bytes. */
    byte[] request(String token, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ascii("POST /graphql HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n"
                        .formatted(service.getHost(), service.getPort(), token)
                + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: " + content.length
                + "\r\n\r\n");
        byte[] request = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }

    /**
     * Sends a request, waits for the answer, and returns the number of its bytes.
     *
     * @throws IOException if the status is not 200
     */
    int send(byte[] request) throws IOException {
        if (++sent % REQUESTS == 0) {
            socket.close();
            socket = connected(service);
        }
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int filled = 0;
        int body = -1;
        int length = -1;
        while (true) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            filled += read;
            if (body < 0) {
                body = find(HEADERS_END, filled);
                if (body >= 0) {
                    body += HEADERS_END.length;
                    length = contentLength(body);
                }
            }
            if (body >= 0 && (length >= 0 ? filled >= body + length : endsWith(CHUNKS_END, filled))) {
                if (!Arrays.equals(OK, 0, OK.length, buffer, 0, OK.length)) {
                    throw new IOException(answer(filled));
                }
                return filled;
            }
        }
    }

    /** The answer to the last request, with its headers. */
    String answer(int bytes) {
        return new String(buffer, 0, bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The length of the content; -1 if the answer comes in chunks. */
    private int contentLength(int headers) {
        int at = find(LENGTH, headers);
        if (at < 0) {
            return -1;
        }
        int length = 0;
        for (int i = at + LENGTH.length; buffer[i] != '\r'; i++) {
            if (buffer[i] != ' ') {
                length = length * 10 + buffer[i] - '0';
            }
        }
        return length;
    }

    private boolean endsWith(byte[] end, int filled) {
        return filled >= end.length && matches(end, filled - end.length);
    }

    private int find(byte[] wanted, int filled) {
        for (int at = 0; at + wanted.length <= filled; at++) {
            if (matches(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the bytes match, ignoring case, as in names of headers. */
    private boolean matches(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            byte there = buffer[at + i];
            if (wanted[i] != (there >= 'A' && there <= 'Z' ? there + 32 : there) && wanted[i] != there) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
