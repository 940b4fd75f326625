package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.api.requests.LogContext;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request under way: who pays for it, and until when it may run. It belongs to the thread of the request, on which all
 * controllers run; what goes on without it, as the stream of a subscription, is neither charged nor timed. It says
 * nothing of what the request may see.
 */
public final class ApiRequest {
    static final ScopedValue<ApiRequest> CURRENT = ScopedValue.newInstance();

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final PrincipalIdentity identity;
    private final RateLimits rates;
    private final @Nullable Duration timeout;
    private final LongSupplier nanos;
    private final long beganAtNanos;
    private final Set<ClientAccountId> charged = new HashSet<>();
    private @Nullable ClientAccountId lastClientAccountId;
    private long cost;
    private long retryAfterSeconds;
    private long lastWordsUntilNanos = Long.MIN_VALUE;

    /**
     * Begins now.
     *
     * @param timeout null for a request that may take as long as it takes
     * @param nanos what {@link System#nanoTime} says
     */
    ApiRequest(
            PrincipalIdentity identity, RateLimits rates, @Nullable Duration timeout, long cost, LongSupplier nanos) {
        this.identity = identity;
        this.rates = rates;
        this.timeout = timeout;
        this.cost = cost;
        this.nanos = nanos;
        this.beganAtNanos = nanos.getAsLong();
    }

    public static Optional<ApiRequest> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Charges the caller.
     *
     * @throws LimitExceededException where they have not that many points left
     */
    public void charge(long points) {
        cost += points;
        long seconds = rates.charge(identity, points);
        if (seconds > 0) {
            retryAfterSeconds = seconds;
            throw LimitExceededException.until(Limit.IDENTITY_POINTS, points, rates.identityPointsPerMinute(), seconds);
        }
    }

    /** Charges the client account that the caller works for, once; refuses where it has not that many points left. */
    public void worksFor(ClientAccountId clientAccountId) {
        lastClientAccountId = clientAccountId;
        LogContext.clientAccount(clientAccountId);
        if (retryAfterSeconds == 0 && charged.add(clientAccountId)) {
            retryAfterSeconds = rates.charge(clientAccountId, cost);
        }
        if (retryAfterSeconds > 0) {
            throw Refusals.rateLimited(cost, rates.clientAccountPointsPerMinute(), retryAfterSeconds);
        }
    }

    /** The client account of the field that was resolved last; empty where none needed one. */
    Optional<ClientAccountId> lastClientAccountId() {
        return Optional.ofNullable(lastClientAccountId);
    }

    /** After how long the caller may try again; 0 where nothing was refused for its cost. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Gives a request that has failed, and is late or nearly so, the time to have that written down. */
    public void beginLastWords() {
        if (timeLeft().filter(left -> left.compareTo(LAST_WORDS) < 0).isPresent()) {
            lastWordsUntilNanos = nanos.getAsLong() + LAST_WORDS.toNanos();
        }
    }

    /** What else the request asks for has the time only that it had. */
    public void endLastWords() {
        lastWordsUntilNanos = Long.MIN_VALUE;
    }

    /** Negative where it is late; empty where nothing hurries it. */
    Optional<Duration> timeLeft() {
        long now = nanos.getAsLong();
        if (lastWordsUntilNanos != Long.MIN_VALUE) {
            return Optional.of(Duration.ofNanos(lastWordsUntilNanos - now));
        }
        return Optional.ofNullable(timeout).map(most -> most.minusNanos(now - beganAtNanos));
    }
}
