package io.modernize.cmdb.tenancy.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

class ApiRequestTests {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void givesALateRequestTheTimeToSayWhy() {
        ApiRequest late = request(Duration.ofMinutes(2));
        assertThat(late.timeLeft().orElseThrow()).isNegative();

        late.beginLastWords();
        Duration meanwhile = late.timeLeft().orElseThrow();
        late.endLastWords();

        assertThat(meanwhile).isPositive();
        assertThat(late.timeLeft().orElseThrow()).as("for what comes next").isNegative();
    }

    @Test
    void takesNoTimeFromARequestThatHasEnough() {
        ApiRequest early = request(Duration.ZERO);

        early.beginLastWords();

        assertThat(early.timeLeft().orElseThrow()).isBetween(MINUTE.dividedBy(2), MINUTE);
    }

    private static ApiRequest request(Duration age) {
        ApiLimits limits = new Binder().bindOrCreate("cmdb.api.limits", ApiLimits.class);
        return new ApiRequest(
                new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()),
                new RateLimits(limits, TimeMeter.SYSTEM_NANOTIME),
                MINUTE,
                0,
                System.nanoTime() - age.toNanos());
    }
}
