package io.modernize.cmdb.tenancy.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections within the shares of their addresses, and watches the pace of their requests. Without TLS: where
 * the service itself speaks TLS, only the shares count.
 */
final class BoundedEndpoint extends NioEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedEndpoint.class);

    private volatile @Nullable Supplier<RequestPace> paces;
    private volatile ConnectionShares<SocketChannel> shares = new ConnectionShares<>(0, Set.of());

    /**
     * Sets the bounds. Call it before the endpoint starts.
     *
     * @param nanos a clock in nanoseconds, of which differences count
     */
    void bound(ConnectionProperties bounds, LongSupplier nanos) {
        paces = () -> new RequestPace(bounds.patience(), bounds.bytesPerSecond(), nanos);
        shares = new ConnectionShares<>(bounds.connectionsPerAddress(), bounds.trusted());
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffer) {
        Supplier<RequestPace> pace = paces;
        return pace == null || isSSLEnabled() ? super.createChannel(buffer) : new PacedChannel(buffer, pace.get());
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!admits(socket)) {
            destroySocket(socket);
            return false;
        }
        boolean accepted = super.setSocketOptions(socket);
        if (!accepted) {
            shares.leave(socket);
        }
        return accepted;
    }

    private boolean admits(SocketChannel socket) {
        SocketAddress caller;
        try {
            caller = socket.getRemoteAddress();
        } catch (IOException gone) {
            LOG.debug("A caller has gone before it was accepted", gone);
            return false;
        }
        if (!(caller instanceof InetSocketAddress address)) {
            // A socket of this machine's file system.
            return true;
        }
        return switch (shares.admit(socket, address.getAddress())) {
            case Admission.Granted<SocketChannel> granted -> true;
            case Admission.Instead<SocketChannel>(SocketChannel displaced) -> {
                close(displaced);
                yield true;
            }
            case Admission.Refused<SocketChannel> refused -> {
                LOG.debug("{} has too many connections that serve requests", address.getAddress());
                yield false;
            }
        };
    }

    /** Ends a connection in the way in which the container ends one that has timed out. */
    private void close(SocketChannel displaced) {
        SocketWrapperBase<NioChannel> wrapper = connections.get(displaced);
        if (wrapper != null) {
            wrapper.setError(new SocketTimeoutException("another connection of the same address takes its place"));
            processSocket(wrapper, SocketEvent.ERROR, true);
        }
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new Watching(handler));
    }

    /** Tells the shares which connections serve a request, and which have ended. */
    private final class Watching implements Handler<NioChannel> {
        private final Handler<NioChannel> handler;

        Watching(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent status) {
            NioChannel channel = socket.getSocket();
            SocketChannel connection = channel.getIOChannel();
            if (connection == null) {
                return handler.process(socket, status);
            }
            shares.serves(connection, true);
            SocketState state = handler.process(socket, status);
            // A request that is answered later, such as a subscription, is still served.
            if (!(socket.getCurrentProcessor() instanceof Processor processor && processor.isAsync())) {
                shares.serves(connection, false);
            }
            if (state == SocketState.OPEN && channel instanceof PacedChannel paced) {
                paced.idle();
            }
            return state;
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            SocketChannel connection = socket.getSocket().getIOChannel();
            if (connection != null) {
                shares.leave(connection);
            }
            handler.release(socket);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
