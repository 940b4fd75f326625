package io.modernize.cmdb.testsupport.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A GraphQL request of one identity, by hand, so that its answer can be read as slowly as wanted. */
final class RawRequest {
    private static final int SMALL_BUFFER_BYTES = 1_024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 1_000;

    private RawRequest() {}

    /** Sends the request. The socket takes little of the answer before somebody reads. */
    static Socket send(Caller caller, byte[] body, String accept) throws IOException {
        URI service = Loopback.only(caller.service());
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
            socket.setSoTimeout(READ_MILLIS);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), CONNECT_MILLIS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(("POST /graphql HTTP/1.1\r\nHost: localhost:" + service.getPort()
                            + "\r\nAuthorization: Bearer " + caller.token()
                            + "\r\nContent-Type: application/json\r\nAccept: "
                            + accept + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
