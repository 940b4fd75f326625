package io.modernize.cmdb.tenancy.wiring;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long the service waits for the bytes of one request: its head, its body, and the rest of a body that was
 * refused. Only waiting for the caller counts, not the time in which the service works. The waiting may last as long as
 * the patience, and longer only while bytes arrive at the pace that is asked for.
 *
 * <p>The servlet container bounds the time between two bytes. A caller who sends a byte now and then stays below that
 * bound for ever.
 */
final class RequestPace {
    private static final long NOT_WAITING = -1;

    private final long patienceNanos;
    private final int bytesPerSecond;
    private final LongSupplier nanos;
    private final long origin;
    private long waitsSince = NOT_WAITING;
    private long waited;
    private long bytes;

    /**
     * @param patience how long to wait in any case; positive
     * @param bytesPerSecond the bytes that each further second of waiting has to bring; positive
     * @param nanos a clock in nanoseconds, of which differences count
     */
    RequestPace(Duration patience, int bytesPerSecond, LongSupplier nanos) {
        this.patienceNanos = patience.toNanos();
        this.bytesPerSecond = bytesPerSecond;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    /** A caller has connected and owes a request from now on. */
    synchronized void connected() {
        idle();
        waitsSince = now();
    }

    /** A request is answered. Until the next one begins, the caller owes nothing. */
    synchronized void idle() {
        waited = 0;
        bytes = 0;
        waitsSince = NOT_WAITING;
    }

    /**
     * So many bytes have come; 0 if there are none yet.
     *
     * @throws SocketTimeoutException if the caller is too slow
     */
    synchronized void read(long count) throws SocketTimeoutException {
        if (count <= 0) {
            waitsSince = waitsSince == NOT_WAITING ? now() : waitsSince;
            return;
        }
        if (waitsSince != NOT_WAITING) {
            waited += now() - waitsSince;
            waitsSince = NOT_WAITING;
        }
        bytes += count;
        if (waited - patienceNanos > Duration.ofSeconds(bytes).toNanos() / bytesPerSecond) {
            throw new SocketTimeoutException("the request arrives too slowly");
        }
    }

    private long now() {
        return nanos.getAsLong() - origin;
    }
}
