package io.modernize.cmdb.tenancy.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP by hand: whatever bytes a test likes, one connection for each request. */
public final class RawHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private final int mostBytes;

    /** @param mostBytes of an answer; one that has more is cut off there, and says so */
    RawHttp(int port, int mostBytes) {
        this.port = port;
        this.mostBytes = mostBytes;
    }

    /** An answer; a status of 0 where the connection ended without one. */
    record Answer(int status, List<String> headers, String body, boolean isCut) {
        Optional<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(header -> header.substring(prefix.length()).strip())
                    .findFirst();
        }
    }

    /** Headers and body with what they need: length, host and the end of the connection. */
    Answer send(String requestLine, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return exchange(request.toByteArray());
    }

    Answer exchange(byte[] request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
            try {
                socket.getOutputStream().write(request);
                // Whoever waits for more than was sent learns that there is none.
                socket.shutdownOutput();
            } catch (IOException e) {
                // The service may have refused the head already, and does not read the rest.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(InputStream input) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        boolean isCut = false;
        try {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                all.write(buffer, 0, read);
                if (all.size() > mostBytes) {
                    isCut = true;
                    break;
                }
            }
        } catch (SocketException e) {
            // Reset after the answer, as with a body that nobody read.
        }
        return parse(all.toString(StandardCharsets.UTF_8), isCut);
    }

    private static Answer parse(String answer, boolean isCut) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), answer, isCut);
        }
        List<String> lines = new ArrayList<>(List.of(answer.substring(0, end).split("\r\n")));
        int status = Integer.parseInt(lines.removeFirst().split(" ")[1]);
        String rest = answer.substring(end + 4);
        if (status == 100 && !rest.isEmpty()) {
            // An interim answer; the one that counts follows.
            return parse(rest, isCut);
        }
        return new Answer(status, lines, rest, isCut);
    }
}
