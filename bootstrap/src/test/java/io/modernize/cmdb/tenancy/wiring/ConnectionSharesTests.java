package io.modernize.cmdb.tenancy.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionSharesTests {
    private final InetAddress one = address("192.0.2.1");
    private final InetAddress other = address("192.0.2.2");
    private final InetAddress proxy = address("192.0.2.3");
    private final ConnectionShares<String> shares = new ConnectionShares<>(2, Set.of(proxy));

    @Test
    void displacesTheOldestThatServesNoRequest() {
        shares.admit("a", one);
        shares.admit("b", one);
        shares.serves("a", true);

        assertThat(shares.admit("c", one)).isEqualTo(new Admission.Instead<>("b"));

        shares.serves("a", false);
        assertThat(shares.admit("d", one)).isEqualTo(new Admission.Instead<>("a"));
        assertThat(shares.size()).isEqualTo(2);
    }

    @Test
    void refusesWhereAllAreServed() {
        shares.admit("a", one);
        shares.admit("b", one);
        shares.serves("a", true);
        shares.serves("b", true);

        assertThat(shares.admit("c", one)).isEqualTo(new Admission.Refused<>());

        shares.leave("a");
        assertThat(shares.admit("d", one)).isEqualTo(new Admission.Granted<>());
    }

    @Test
    void takesNothingFromOtherAddresses() {
        shares.admit("a", one);
        shares.admit("b", one);

        assertThat(shares.admit("c", other)).isEqualTo(new Admission.Granted<>());
    }

    @Test
    void countsANetworkOfTheNewProtocolAsOneAddress() {
        shares.admit("a", address("2001:db8:0:1::1"));
        shares.admit("b", address("2001:db8:0:1:ffff::2"));

        assertThat(shares.admit("c", address("2001:db8:0:2::1"))).isEqualTo(new Admission.Granted<>());
        assertThat(shares.admit("d", address("2001:db8:0:1::3"))).isEqualTo(new Admission.Instead<>("a"));
    }

    @Test
    void boundsNeitherTrustedProxiesNorAnythingIfThereIsNoBound() {
        ConnectionShares<String> none = new ConnectionShares<>(0, Set.of());
        for (String connection : Set.of("a", "b", "c", "d")) {
            assertThat(shares.admit(connection, proxy)).isEqualTo(new Admission.Granted<>());
            assertThat(none.admit(connection, one)).isEqualTo(new Admission.Granted<>());
        }
    }

    @Test
    void forgetsWhatHasLeftHoweverOften() {
        shares.admit("a", one);
        shares.leave("a");
        shares.leave("a");
        shares.serves("a", true);

        assertThat(shares.size()).isZero();
        assertThat(shares.admit("b", one)).isEqualTo(new Admission.Granted<>());
        assertThat(shares.admit("c", one)).isEqualTo(new Admission.Granted<>());
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(notAnAddress);
        }
    }
}
