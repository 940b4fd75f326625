package io.modernize.cmdb.testsupport.deepinfra;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over one socket. The JDK's server would do for lawful answers, but cannot reset a connection, nor announce
 * more than it sends.
 */
final class HttpConnection implements Closeable {
    private static final int CHUNK = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Null where the client has hung up. */
    @Nullable
    HttpRequest read() throws IOException {
        return HttpRequest.read(in, out);
    }

    void answer(Fault.Answer answer) throws IOException {
        answer(answer.status(), answer.headers(), Bodies.bytes(answer.body()));
    }

    void answer(int status, Map<String, String> headers, byte[] body) throws IOException {
        head(status, headers, body.length);
        out.write(body);
        out.flush();
    }

    /** A few bytes at a time. */
    void drip(byte[] body, int bytes, Duration pause) throws IOException, InterruptedException {
        head(200, Map.of(), body.length);
        for (int start = 0; start < body.length; start += bytes) {
            out.write(body, start, Math.min(bytes, body.length - start));
            out.flush();
            Thread.sleep(pause);
        }
    }

    /** Blanks, made while they are sent. */
    void blanks(long bytes) throws IOException {
        head(200, Map.of(), bytes);
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) ' ');
        for (long left = bytes; left > 0; left -= CHUNK) {
            out.write(chunk, 0, (int) Math.min(CHUNK, left));
        }
        out.flush();
    }

    /** Announces the whole body and sends the part before {@code end}. What is to become of the rest is the caller's. */
    void begin(byte[] body, int end) throws IOException {
        head(200, Map.of(), body.length);
        out.write(body, 0, end);
        out.flush();
    }

    /** Says nothing until the client gives up or the server is closed. */
    void waitForEnd() throws IOException {
        while (in.read() >= 0) {
            // A client that goes on asking on a connection that does not answer is none that this server knows.
        }
    }

    /** Drops the connection as a crashed process does: zero linger makes closing a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    private void head(int status, Map<String, String> headers, long length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
