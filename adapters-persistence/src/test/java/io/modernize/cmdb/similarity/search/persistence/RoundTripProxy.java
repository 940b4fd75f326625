package io.modernize.cmdb.similarity.search.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between driver and server and counts how often the driver speaks after the server has answered. */
public final class RoundTripProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final URI server;
    private final AtomicLong roundTrips = new AtomicLong();

    /** @param jdbcUrl of the server, {@code jdbc:postgresql://host:port/…} */
    RoundTripProxy(String jdbcUrl) {
        this.server = URI.create(jdbcUrl.substring("jdbc:".length()));
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The server's URL by way of this proxy. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + server.getRawPath()
                + (server.getRawQuery() == null ? "" : "?" + server.getRawQuery());
    }

    long roundTrips() {
        return roundTrips.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket driver = listener.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                driver.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                // True while the server has spoken last.
                AtomicBoolean answered = new AtomicBoolean(true);
                Thread.ofVirtual()
                        .start(() -> forward(driver, upstream, () -> {
                            if (answered.compareAndSet(true, false)) {
                                roundTrips.incrementAndGet();
                            }
                        }));
                Thread.ofVirtual().start(() -> forward(upstream, driver, () -> answered.set(true)));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void forward(Socket from, Socket to, Runnable beforeEachPart) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                beforeEachPart.run();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (SocketException closed) {
            // The other direction has ended and closed both.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
