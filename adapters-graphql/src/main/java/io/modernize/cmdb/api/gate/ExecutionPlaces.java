package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The places for GraphQL requests in execution, which client accounts share fairly. A client account that sends as many
 * requests as it may keeps only its own places busy.
 *
 * <p>Large requests take one of a few places for large requests first. Each of them can keep a processor busy for a
 * second, here or in the database. The large requests of one client account leave a processor to others.
 */
@Component
final class ExecutionPlaces {
    /** The longest time that a request waits. A caller who gets no answer for longer asks again anyway. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final FairShares<ClientAccountId> places;
    private final FairShares<ClientAccountId> largePlaces;
    private final int largeRequestPoints;

    @Autowired
    ExecutionPlaces(ApiLimits limits) {
        this(limits, Runtime.getRuntime().availableProcessors());
    }

    ExecutionPlaces(ApiLimits limits, int processors) {
        this.places = new FairShares<>(
                "requests",
                limits.requests(),
                limits.requests() / 2,
                limits.requestsPerClientAccount(),
                limits.waitingRequestsPerClientAccount());
        int large = limits.largeRequests() > 0 ? limits.largeRequests() : processors;
        this.largePlaces = new FairShares<>(
                "large requests", large, large / 2, Math.max(1, large - 1), limits.waitingRequestsPerClientAccount());
        this.largeRequestPoints = limits.largeRequestPoints();
    }

    /**
     * Takes a place, and waits for it if there is none.
     *
     * @param cost points of the request
     * @param timeLeft the time that the request has left; empty for no limit
     * @throws OverloadedException if too many requests of the client account wait already, or if no place became free
     *     in time
     */
    FairShares.Place take(ClientAccountId clientAccountId, long cost, Optional<Duration> timeLeft) {
        Duration patience =
                timeLeft.filter(left -> left.compareTo(LONGEST_WAIT) < 0).orElse(LONGEST_WAIT);
        try {
            return cost < largeRequestPoints
                    ? places.take(clientAccountId, patience)
                    : takeBoth(clientAccountId, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("the request was interrupted while it waited for a place");
        }
    }

    private FairShares.Place takeBoth(ClientAccountId clientAccountId, Duration patience) throws InterruptedException {
        long began = System.nanoTime();
        FairShares.Place large = largePlaces.take(clientAccountId, patience);
        try {
            FairShares.Place place = places.take(clientAccountId, patience.minusNanos(System.nanoTime() - began));
            return () -> {
                place.close();
                large.close();
            };
        } catch (InterruptedException | RuntimeException e) {
            large.close();
            throw e;
        }
    }

    /** The places that are taken now. */
    int taken() {
        return places.taken();
    }
}
