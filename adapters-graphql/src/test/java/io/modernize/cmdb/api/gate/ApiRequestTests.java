package io.modernize.cmdb.api.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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

    /** The bytes of an upload, which are counted while they are read. */
    @Test
    void chargesTheCallerAndTheClientAccountForWhatShowsLater() {
        RateLimits rates = new RateLimits(
                new Binder(new MapConfigurationPropertySource(Map.of(
                                "cmdb.api.limits.identity-points-per-minute", "100000",
                                "cmdb.api.limits.client-account-points-per-minute", "150000")))
                        .bindOrCreate("cmdb.api.limits", ApiLimits.class),
                new StoppedTime());
        ClientAccountId account = new ClientAccountId(UUID.randomUUID());
        ApiRequest first = somebody(rates);
        ApiRequest second = somebody(rates);

        assertThat(first.chargeFurther(account, 100_000)).isEmpty();
        assertThat(first.chargeFurther(account, 1))
                .hasValueSatisfying(refusal -> assertThat(refusal.getExtensions())
                        .containsEntry("limit", "identity-points-per-minute")
                        .containsEntry("code", "RATE_LIMITED"));
        assertThat(first.retryAfterSeconds()).isPositive();
        assertThat(second.chargeFurther(account, 50_001))
                .hasValueSatisfying(refusal ->
                        assertThat(refusal.getExtensions()).containsEntry("limit", "client-account-points-per-minute"));
        assertThat(somebody(rates).chargeFurther(account, 50_000)).isEmpty();
    }

    private ApiRequest somebody(RateLimits rates) {
        return new ApiRequest(
                new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()), rates, MINUTE, 0, nanos::get, null);
    }

    private static final class StoppedTime implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private ApiRequest after(Duration age) {
        nanos.addAndGet(age.toNanos());
        return request;
    }
}
