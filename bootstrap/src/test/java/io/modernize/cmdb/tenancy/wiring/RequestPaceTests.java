package io.modernize.cmdb.tenancy.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestPaceTests {
    private long nanos = Long.MAX_VALUE - 5;
    private final RequestPace pace = new RequestPace(Duration.ofSeconds(10), 1_000, () -> nanos);

    @Test
    void endsARequestOfWhichAByteComesNowAndThen() throws Exception {
        pace.connected();
        pass(9);
        pace.read(1);
        pace.read(0);
        pass(9);

        assertThatThrownBy(() -> pace.read(1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void waitsForALongRequestThatKeepsThePace() {
        pace.connected();

        assertThatCode(() -> {
                    for (int second = 0; second < 3_600; second++) {
                        pace.read(0);
                        pass(1);
                        pace.read(1_000);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void countsOnlyTheTimeInWhichItWaits() {
        pace.connected();

        assertThatCode(() -> {
                    for (int request = 0; request < 20; request++) {
                        pace.read(1);
                        pass(60);
                        pace.read(1);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void beginsAnewWithEachRequest() {
        pace.connected();

        assertThatCode(() -> {
                    for (int request = 0; request < 20; request++) {
                        pace.read(0);
                        pass(9);
                        pace.read(1);
                        pace.read(0);
                        pace.idle();
                        pass(60);
                        pace.read(1);
                    }
                })
                .doesNotThrowAnyException();
    }

    private void pass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }
}
