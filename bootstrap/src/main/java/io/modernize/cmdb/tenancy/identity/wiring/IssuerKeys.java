package io.modernize.cmdb.tenancy.identity.wiring;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of one issuer. They are fetched with the first token that needs one, and again when they are old or a token
 * names an unknown key. However many tokens with made-up keys arrive, the issuer is asked no more than twice in {@link
 * Freshness#betweenFetches}. While the issuer is down, known keys stay accepted.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private final DiscoveredKeys discovered;
    private final JWKSource<SecurityContext> remembered;

    IssuerKeys(DiscoveredKeys discovered, Freshness freshness) {
        this.discovered = discovered;
        this.remembered = JWKSourceBuilder.create(discovered)
                .cache(
                        freshness.timeToLive().toMillis(),
                        freshness.longestWait().toMillis())
                .refreshAheadCache(
                        freshness.refreshAhead().toMillis(),
                        null,
                        // Its threads do not keep the process from ending.
                        Executors.newVirtualThreadPerTaskExecutor(),
                        true,
                        null,
                        false)
                .rateLimited(freshness.betweenFetches().toMillis())
                .outageTolerant(freshness.outage().toMillis())
                .build();
    }

    /**
     * The keys that fit. There are none if the issuer, when it was last asked, had none that fits.
     *
     * @throws KeySourceException if the issuer does not answer, so that it cannot be known whether it has one
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> keys;
        try {
            keys = remembered.get(selector, context);
        } catch (RateLimitReachedException askedLately) {
            keys = List.of();
        }
        if (keys.isEmpty() && !discovered.answered()) {
            throw new JWKSetUnavailableException("the issuer does not answer");
        }
        return keys;
    }

    /**
     * The settings of the age of keys.
     *
     * @param timeToLive the time for which a withdrawn key stays accepted
     * @param refreshAhead the time before keys are too old at which they are fetched beside the requests that still use
     *     them
     * @param longestWait the time for which a request waits for another request's fetch
     * @param betweenFetches the time in which there are at most two fetches
     * @param outage the time for which the last keys stay accepted while the issuer does not answer
     */
    record Freshness(
            @DefaultValue("5m") Duration timeToLive,
            @DefaultValue("1m") Duration refreshAhead,
            @DefaultValue("15s") Duration longestWait,
            @DefaultValue("10s") Duration betweenFetches,
            @DefaultValue("1h") Duration outage) {
        Freshness {
            if (refreshAhead.plus(longestWait).compareTo(timeToLive) >= 0
                    || betweenFetches.compareTo(timeToLive) >= 0) {
                throw new InvalidIdentitySettingsException(
                        "cmdb.identity.keys.time-to-live, " + timeToLive + ", is too short.",
                        "It has to be longer than refresh-ahead and longest-wait together, " + refreshAhead + " and "
                                + longestWait + ", and than between-fetches, " + betweenFetches + ".");
            }
        }
    }
}
