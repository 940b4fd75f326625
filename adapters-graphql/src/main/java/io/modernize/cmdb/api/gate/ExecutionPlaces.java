package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The places for GraphQL requests in execution, which client accounts share fairly. A client account that sends as many
 * requests as it may keeps only its own places busy.
 */
@Component
final class ExecutionPlaces {
    /** The longest time that a request waits. A caller who gets no answer for longer asks again anyway. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final FairShares<ClientAccountId> places;

    ExecutionPlaces(ApiLimits limits) {
        this.places = new FairShares<>(
                "requests",
                limits.requests(),
                limits.requests() / 2,
                limits.requestsPerClientAccount(),
                limits.waitingRequestsPerClientAccount());
    }

    /**
     * Takes a place, and waits for it if there is none.
     *
     * @param timeLeft the time that the request has left; empty for no limit
     * @throws OverloadedException if too many requests of the client account wait already, or if no place became free
     *     in time
     */
    FairShares.Place take(ClientAccountId clientAccountId, Optional<Duration> timeLeft) {
        Duration patience =
                timeLeft.filter(left -> left.compareTo(LONGEST_WAIT) < 0).orElse(LONGEST_WAIT);
        try {
            return places.take(clientAccountId, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("the request was interrupted while it waited for a place");
        }
    }

    /** The places that are taken now. */
    int taken() {
        return places.taken();
    }
}
