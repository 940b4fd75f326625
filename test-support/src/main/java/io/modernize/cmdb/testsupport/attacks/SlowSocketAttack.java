package io.modernize.cmdb.testsupport.attacks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connections that begin a request and never end it. One thread serves them all. */
final class SlowSocketAttack implements Attack {
    private static final byte[] BEGINNING =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEXT_BYTE = {'a'};
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(2);

    private final int sockets;

    SlowSocketAttack(int sockets) {
        this.sockets = sockets;
    }

    @Override
    public String name() {
        return "slow-sockets";
    }

    @Override
    public String summary() {
        return sockets + " connections that send a byte of a header every two seconds";
    }

    @Override
    public void run(Attacker attacker, Bounds bounds) {
        List<SocketChannel> open = new ArrayList<>();
        Tally tally = attacker.caller().tally();
        Optional<InetSocketAddress> from = Loopback.ofAttackers();
        try {
            while (bounds.goesOn()) {
                open.removeIf(channel -> !sends(channel, NEXT_BYTE, tally));
                while (open.size() < sockets && bounds.takeStep()) {
                    if (!open(attacker.caller().service(), from, open, tally)) {
                        break;
                    }
                }
                bounds.pause(BETWEEN_BYTES);
            }
            tally.add("connections held at the end", open.size());
        } finally {
            open.forEach(SlowSocketAttack::close);
        }
    }

    private static boolean open(URI service, Optional<InetSocketAddress> from, List<SocketChannel> open, Tally tally) {
        Loopback.only(service);
        @Nullable SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            if (from.isPresent()) {
                channel.bind(from.get());
            }
            // On the loopback interface, a connection is there at once, or the service takes no more.
            channel.socket().connect(new InetSocketAddress(service.getHost(), service.getPort()), 1_000);
            channel.configureBlocking(false);
            tally.add("connections opened");
            if (sends(channel, BEGINNING, tally)) {
                open.add(channel);
            }
            return true;
        } catch (IOException e) {
            tally.add("not connected: " + e.getClass().getSimpleName());
            if (channel != null) {
                close(channel);
            }
            return false;
        }
    }

    private static boolean sends(SocketChannel channel, byte[] bytes, Tally tally) {
        try {
            if (channel.read(ByteBuffer.allocate(512)) < 0) {
                tally.add("connections ended by the service");
                close(channel);
                return false;
            }
            channel.write(ByteBuffer.wrap(bytes));
            return true;
        } catch (IOException e) {
            tally.add("connections ended by the service");
            close(channel);
            return false;
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
