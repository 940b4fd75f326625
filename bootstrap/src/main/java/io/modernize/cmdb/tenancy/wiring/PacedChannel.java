package io.modernize.cmdb.tenancy.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** A connection that ends if its request arrives too slowly. The container uses the object for one connection after another. */
final class PacedChannel extends NioChannel {
    private final RequestPace pace;

    PacedChannel(SocketBufferHandler buffers, RequestPace pace) {
        super(buffers);
        this.pace = pace;
    }

    /** The request is answered. */
    void idle() {
        pace.idle();
    }

    @Override
    public void reset(SocketChannel channel, NioSocketWrapper socketWrapper) throws IOException {
        super.reset(channel, socketWrapper);
        pace.connected();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = super.read(target);
        pace.read(count);
        return count;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long count = super.read(targets, offset, length);
        pace.read(count);
        return count;
    }
}
