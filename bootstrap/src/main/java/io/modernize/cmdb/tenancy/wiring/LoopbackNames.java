package io.modernize.cmdb.tenancy.wiring;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names that mean this machine in every network: {@code localhost} and the loopback addresses. No name server
 * is asked. A stranger's name that resolves to a loopback address is a stranger's name.
 */
public final class LoopbackNames {
    private static final Pattern NAMES = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|::1");

    private LoopbackNames() {}

    /** Whether the host of a request or of an address is one of them; {@code false} without a host. */
    public static boolean contain(@Nullable String host) {
        return host != null && NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether what is sent to the address can be read by nobody between: it has https, or it stays on this machine. */
    public static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || ("http".equalsIgnoreCase(address.getScheme()) && contain(address.getHost())));
    }
}
