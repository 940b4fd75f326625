package io.modernize.cmdb.api.gate;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.api.limits.RequestCosts;
import io.modernize.cmdb.api.requests.LogContext;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A running request: the identity that pays for it, and the time until which it may run. It belongs to the thread of
 * the request, on which all controllers run. Work that continues without the thread, such as the stream of a
 * subscription, is neither charged nor timed. It says nothing about what the request may see.
 */
public final class ApiRequest {
    static final ScopedValue<ApiRequest> CURRENT = ScopedValue.newInstance();

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final PrincipalIdentity identity;
    private final RateLimits rates;
    private final @Nullable Duration timeout;
    private final LongSupplier nanos;
    private final @Nullable ExecutionPlace place;
    private final long beganAtNanos;
    private final Set<ClientAccountId> charged = new HashSet<>();
    private @Nullable ClientAccountId lastClientAccountId;
    private Runnable lastWork = () -> {};
    private long cost;
    private long retryAfterSeconds;
    private long overloadedSeconds;
    private long lastWordsUntilNanos = Long.MIN_VALUE;

    /**
     * A request that begins now.
     *
     * @param timeout null for a request without a limit of time
     * @param nanos the source of {@link System#nanoTime}
     * @param place the place that the request takes when it is known for which client account it works; null if it
     *     needs none
     */
    ApiRequest(
            PrincipalIdentity identity,
            RateLimits rates,
            @Nullable Duration timeout,
            long cost,
            LongSupplier nanos,
            @Nullable ExecutionPlace place) {
        this.identity = identity;
        this.rates = rates;
        this.timeout = timeout;
        this.cost = cost;
        this.nanos = nanos;
        this.place = place;
        this.beganAtNanos = nanos.getAsLong();
    }

    public static Optional<ApiRequest> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Charges the caller.
     *
     * @throws LimitExceededException if the caller has not that many points left
     */
    public void charge(long points) {
        cost += points;
        long seconds = rates.charge(identity, points);
        if (seconds > 0) {
            retryAfterSeconds = seconds;
            throw LimitExceededException.until(Limit.IDENTITY_POINTS, points, rates.identityPointsPerMinute(), seconds);
        }
    }

    /**
     * Charges the caller and the client account for work whose cost shows only while it is done. Returns the refusal if
     * one of them has not that many points left. Empty if the points are paid.
     */
    public Optional<GraphqlErrorException> chargeFurther(ClientAccountId clientAccountId, long points) {
        Limit limit = Limit.IDENTITY_POINTS;
        long maximum = rates.identityPointsPerMinute();
        long seconds = rates.charge(identity, points);
        if (seconds == 0) {
            limit = Limit.CLIENT_ACCOUNT_POINTS;
            maximum = rates.clientAccountPointsPerMinute();
            seconds = rates.charge(clientAccountId, points);
        }
        if (seconds == 0) {
            cost += points;
            return Optional.empty();
        }
        retryAfterSeconds = seconds;
        return Optional.of(Refusals.rateLimited(limit, points, maximum, seconds));
    }

    /**
     * Charges the client account that the caller works for, once. Refuses the request if the client account has not
     * that many points left. Then waits for a place, once.
     *
     * @throws io.modernize.cmdb.tenancy.shares.application.OverloadedException if no place became free in time
     */
    public void worksFor(ClientAccountId clientAccountId) {
        lastClientAccountId = clientAccountId;
        LogContext.clientAccount(clientAccountId);
        if (retryAfterSeconds == 0 && charged.add(clientAccountId)) {
            retryAfterSeconds = rates.charge(clientAccountId, cost);
        }
        if (retryAfterSeconds > 0) {
            throw Refusals.rateLimited(cost, rates.clientAccountPointsPerMinute(), retryAfterSeconds);
        }
        if (place != null) {
            place.take(clientAccountId, cost, timeLeft());
        }
    }

    /** Gives the place back, so that writing the answer to a slow reader keeps no place. */
    void endExecution() {
        if (place != null) {
            place.giveBack();
        }
    }

    /** Charges the caller and the client account for the size of the answer. */
    void chargeAnswer(long bytes) {
        rates.chargeAfterwards(identity, lastClientAccountId(), RequestCosts.ofAnswer(bytes));
    }

    /** Does the work when the answer is written, or cannot be written. */
    void whenOver(Runnable work) {
        lastWork = work;
    }

    /** Ends the request. */
    void close() {
        endExecution();
        lastWork.run();
    }

    /** The request was refused because there was no place for its work. */
    public void overloaded(OverloadedException refusal) {
        overloadedSeconds = Refusals.secondsUntilRetry(refusal);
    }

    /** A part of the request was answered, so its status does not say that it was refused. */
    void partlyAnswered() {
        overloadedSeconds = 0;
    }

    /** The seconds after which the caller may try again; 0 if the request found places for all its work. */
    long overloadedSeconds() {
        return overloadedSeconds;
    }

    /** The client account of the last resolved field. Empty if no field needed one. */
    Optional<ClientAccountId> lastClientAccountId() {
        return Optional.ofNullable(lastClientAccountId);
    }

    /** The seconds after which the caller may try again; 0 if nothing was refused because of its cost. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Gives a failed request that is late, or nearly so, the time to record its failure. */
    public void beginLastWords() {
        if (timeLeft().filter(left -> left.compareTo(LAST_WORDS) < 0).isPresent()) {
            lastWordsUntilNanos = nanos.getAsLong() + LAST_WORDS.toNanos();
        }
    }

    /** Ends the additional time. The rest of the request has the time only that it had. */
    public void endLastWords() {
        lastWordsUntilNanos = Long.MIN_VALUE;
    }

    /** The time that is left. It is negative if the request is late. Empty if the request has no limit of time. */
    Optional<Duration> timeLeft() {
        long now = nanos.getAsLong();
        if (lastWordsUntilNanos != Long.MIN_VALUE) {
            return Optional.of(Duration.ofNanos(lastWordsUntilNanos - now));
        }
        return Optional.ofNullable(timeout).map(most -> most.minusNanos(now - beganAtNanos));
    }
}
