package io.modernize.cmdb.similarity.duplicates;

import java.net.InetAddress;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** IP addresses in a form that can be compared. No name is ever looked up. */
final class HostAddresses {
    /**
     * The greatest number of addresses. An asset with more is a hypervisor or a router with all its networks, and the
     * first ones are enough.
     */
    static final int MAX = 16;

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final String BROADCAST = "255.255.255.255";

    private HostAddresses() {}

    /** The addresses that can belong to one machine only, in canonical form and in order; at most {@link #MAX}. */
    static SortedSet<String> comparable(Iterable<String> addresses) {
        SortedSet<String> found = new TreeSet<>();
        for (String address : addresses) {
            comparable(address).ifPresent(found::add);
            if (found.size() == MAX) {
                break;
            }
        }
        return found;
    }

    /**
     * The canonical form of an address. Empty if the text is no address, and for addresses that every machine has or
     * may give itself: loopback, unspecified, link-local, multicast and broadcast.
     */
    static Optional<String> comparable(String text) {
        // NetBox writes the length of the prefix behind the address, others the zone.
        String bare = text.strip().replaceFirst("[/%].*", "");
        if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(bare);
            boolean everybodys = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isMulticastAddress()
                    || address.getHostAddress().equals(BROADCAST);
            return everybodys ? Optional.empty() : Optional.of(address.getHostAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
