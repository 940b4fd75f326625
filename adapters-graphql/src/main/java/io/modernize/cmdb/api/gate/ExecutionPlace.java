package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of one request. The request takes it at most once, for the client account that it works for first. Work for
 * another client account in the same request takes no second place, because a request that has a place and waits for
 * another can wait for itself.
 */
final class ExecutionPlace {
    private final ExecutionPlaces places;
    private FairShares.@Nullable Place taken;
    private @Nullable String refusal;

    ExecutionPlace(ExecutionPlaces places) {
        this.places = places;
    }

    /**
     * Takes the place, unless it is taken already. A request that was refused once is refused without another wait.
     *
     * @param cost points of the request
     * @throws OverloadedException if there is no place
     */
    void take(ClientAccountId clientAccountId, long cost, Optional<Duration> timeLeft) {
        if (taken != null) {
            return;
        }
        if (refusal != null) {
            throw new OverloadedException(refusal);
        }
        try {
            taken = places.take(clientAccountId, cost, timeLeft);
        } catch (OverloadedException e) {
            refusal = e.getMessage();
            throw e;
        }
    }

    /** Gives the place back. A second time has no effect. */
    void giveBack() {
        if (taken != null) {
            taken.close();
        }
    }
}
