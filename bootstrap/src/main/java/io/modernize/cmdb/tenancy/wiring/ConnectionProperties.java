package io.modernize.cmdb.tenancy.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what one address may do to the connections of the service.
 *
 * @param connectionsPerAddress the open connections of one address, or of one network /64 with IPv6; 0 for no bound
 * @param trustedProxies the addresses of proxies, which have no bound because many callers share them
 * @param patience how long the service waits for the bytes of one request altogether; positive
 * @param bytesPerSecond the pace of a request from then on: each second of waiting has to bring so many bytes; positive
 */
@ConfigurationProperties("cmdb.server")
record ConnectionProperties(
        @DefaultValue("256") int connectionsPerAddress,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("4096") int bytesPerSecond) {
    private static final String PREFIX = "cmdb.server.";

    ConnectionProperties {
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(ConnectionProperties::address);
        require(connectionsPerAddress >= 0, "connections-per-address must be 0 or more");
        require(patience.isPositive(), "patience must be positive");
        require(bytesPerSecond > 0, "bytes-per-second must be positive");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + otherwise);
        }
    }

    Set<InetAddress> trusted() {
        return trustedProxies.stream().map(ConnectionProperties::address).collect(Collectors.toUnmodifiableSet());
    }

    /** The address that a text stands for. No name server is asked, since its answer may change. */
    private static InetAddress address(String literal) {
        try {
            if (literal.matches("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*")) {
                return InetAddress.getByName(literal);
            }
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(notAddress(literal), notAnAddress);
        }
        throw new IllegalArgumentException(notAddress(literal));
    }

    private static String notAddress(String text) {
        return PREFIX + "trusted-proxies: \"" + text + "\" is no address. Give an address such as 192.0.2.10.";
    }
}
