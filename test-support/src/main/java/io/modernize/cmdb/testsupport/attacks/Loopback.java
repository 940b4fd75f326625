package io.modernize.cmdb.testsupport.attacks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The only machine that is ever attacked: this one. */
public final class Loopback {
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
