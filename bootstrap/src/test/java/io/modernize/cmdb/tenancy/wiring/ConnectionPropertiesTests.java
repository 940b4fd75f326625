package io.modernize.cmdb.tenancy.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionPropertiesTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void readsTheAddressesOfProxies() throws Exception {
        assertThat(new ConnectionProperties(256, List.of("192.0.2.10", "2001:db8::1"), PATIENCE, 4_096).trusted())
                .containsExactlyInAnyOrder(
                        InetAddress.getByName("192.0.2.10"), InetAddress.getByName("2001:db8:0:0:0:0:0:1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "", "300.0.0.1", "10.0.0.0/8", "a"})
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionProperties(256, List.of(text), PATIENCE, 4_096))
                .withMessageContaining("trusted-proxies");
    }

    @Test
    void refusesBoundsThatLetNobodyIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionProperties(-1, List.of(), PATIENCE, 4_096));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionProperties(1, List.of(), Duration.ZERO, 4_096));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionProperties(1, List.of(), PATIENCE, 0));
    }
}
