package io.modernize.cmdb.tenancy.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests written byte by byte, as no well-behaved client would send them. */
final class RawHttp {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** A POST with these header lines, in UTF-8, after those that every request needs. */
    Answer post(String target, List<String> headers, String contentType, String body) {
        StringBuilder request = new StringBuilder("POST ").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        request.append("Content-Type: ").append(contentType).append("\r\nConnection: close\r\nContent-Length: ");
        request.append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(body);
        return send(request.toString());
    }

    private Answer send(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param code of a problem document or of the first GraphQL error; empty where there is none */
    record Answer(int status, String code, String text) {
        private static Answer of(String text) {
            Matcher status = STATUS.matcher(text);
            if (!status.lookingAt()) {
                throw new IllegalStateException("no HTTP: " + text);
            }
            Matcher code = CODE.matcher(text);
            return new Answer(Integer.parseInt(status.group(1)), code.find() ? code.group(1) : "", text);
        }
    }
}
