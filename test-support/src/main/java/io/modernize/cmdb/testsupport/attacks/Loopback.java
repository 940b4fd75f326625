package io.modernize.cmdb.testsupport.attacks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** The only machine that is ever attacked: this one. */
public final class Loopback {
    /** Linux has all of 127.0.0.0/8. */
    private static final String ATTACKERS = "127.0.0.2";

    private Loopback() {}

    /**
     * The address as it was given.
     *
     * @throws IllegalArgumentException if the host is another one than the loopback interface
     */
    public static URI only(URI address) {
        String host = address.getHost();
        if (host == null || !isLoopback(host)) {
            throw new IllegalArgumentException("Attacks go to the loopback interface only, not to " + address);
        }
        return address;
    }

    /**
     * An address of this machine that other callers do not have, with any port. An attacker on another machine has an
     * address of its own, too. Empty on systems whose loopback interface has one address only.
     */
    static Optional<InetSocketAddress> ofAttackers() {
        InetSocketAddress address = new InetSocketAddress(ATTACKERS, 0);
        try (Socket socket = new Socket()) {
            socket.bind(address);
            return Optional.of(address);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
