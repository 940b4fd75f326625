package io.modernize.cmdb.tenancy.wiring;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Shares connections out to addresses. An address that has as many as it may have gives up its oldest connection that
 * serves no request, so the newest caller is always heard. Connections that only wait, such as those of an attacker who
 * sends a byte now and then, therefore keep nobody out, not even other callers of the same address.
 *
 * <p>With IPv6, a network /64 counts as one address, because one machine can have all addresses of its network.
 *
 * @param <C> a connection, which is equal to itself only
 */
final class ConnectionShares<C> {
    private static final int NETWORK_BYTES = 8;

    private final int most;
    private final Set<InetAddress> unbounded;
    private final Map<ByteBuffer, Map<C, Boolean>> busyByOwner = new HashMap<>();
    private final Map<C, ByteBuffer> owners = new HashMap<>();

    /**
     * @param most the connections of one address; 0 for no bound
     * @param unbounded addresses without a bound
     */
    ConnectionShares(int most, Set<InetAddress> unbounded) {
        this.most = most;
        this.unbounded = Set.copyOf(unbounded);
    }

    /** Takes a new connection in, unless it is refused. A connection that is displaced no longer counts. */
    synchronized Admission<C> admit(C connection, InetAddress address) {
        if (most == 0 || unbounded.contains(address)) {
            return new Admission.Granted<>();
        }
        ByteBuffer owner = owner(address);
        Map<C, Boolean> busy = busyByOwner.computeIfAbsent(owner, unknown -> new LinkedHashMap<>());
        Admission<C> admission = new Admission.Granted<>();
        if (busy.size() >= most) {
            Iterator<Map.Entry<C, Boolean>> oldestFirst = busy.entrySet().iterator();
            C displaced = null;
            while (displaced == null && oldestFirst.hasNext()) {
                Map.Entry<C, Boolean> next = oldestFirst.next();
                displaced = next.getValue() ? null : next.getKey();
            }
            if (displaced == null) {
                return new Admission.Refused<>();
            }
            busy.remove(displaced);
            owners.remove(displaced);
            admission = new Admission.Instead<>(displaced);
        }
        busy.put(connection, false);
        owners.put(connection, owner);
        return admission;
    }

    /** Says whether the connection serves a request from now on. Connections that do not count are left out. */
    synchronized void serves(C connection, boolean request) {
        ByteBuffer owner = owners.get(connection);
        if (owner != null) {
            busyByOwner.getOrDefault(owner, new HashMap<>()).replace(connection, request);
        }
    }

    /** Gives the place of a connection back, once or several times. */
    synchronized void leave(C connection) {
        ByteBuffer owner = owners.remove(connection);
        if (owner != null) {
            busyByOwner.computeIfPresent(owner, (unchanged, busy) -> {
                busy.remove(connection);
                return busy.isEmpty() ? null : busy;
            });
        }
    }

    /** The connections that count at the moment. */
    synchronized int size() {
        return owners.size();
    }

    private static ByteBuffer owner(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
