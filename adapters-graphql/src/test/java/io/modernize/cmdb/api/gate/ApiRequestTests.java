package io.modernize.cmdb.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

class ApiRequestTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final ApiRequest request = new ApiRequest(
            new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()),
            new RateLimits(new Binder().bindOrCreate("cmdb.api.limits", ApiLimits.class), TimeMeter.SYSTEM_NANOTIME),
            MINUTE,
            0,
            nanos::get,
            null);

    @Test
    void givesALateRequestTheTimeToSayWhy() {
        ApiRequest late = after(Duration.ofMinutes(2));
        assertThat(late.timeLeft().orElseThrow()).isNegative();

        late.beginLastWords();
        Duration meanwhile = late.timeLeft().orElseThrow();
        late.endLastWords();

        assertThat(meanwhile).isPositive();
        assertThat(late.timeLeft().orElseThrow()).as("for what comes next").isNegative();
    }

    @Test
    void takesNoTimeFromARequestThatHasEnough() {
        ApiRequest early = after(Duration.ofSeconds(1));

        early.beginLastWords();

        assertThat(early.timeLeft()).contains(Duration.ofSeconds(59));
    }

    private ApiRequest after(Duration age) {
        nanos.addAndGet(age.toNanos());
        return request;
    }
}
