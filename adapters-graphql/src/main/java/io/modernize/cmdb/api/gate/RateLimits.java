package io.modernize.cmdb.api.gate;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.Optional;

/**
 * Limits the points that the requests of an identity and of a client account may cost in a minute, in this instance.
 * The identity is charged before anything is executed, the client account when it is known. The use of one does not
 * show in the limits of another.
 */
final class RateLimits {
    private final long identityPointsPerMinute;
    private final long clientAccountPointsPerMinute;
    private final Budgets<PrincipalIdentity> identities;
    private final Budgets<ClientAccountId> clientAccounts;

    RateLimits(ApiLimits limits, TimeMeter time) {
        this.identityPointsPerMinute = limits.identityPointsPerMinute();
        this.clientAccountPointsPerMinute = limits.clientAccountPointsPerMinute();
        this.identities = new Budgets<>(identityPointsPerMinute, time);
        this.clientAccounts = new Budgets<>(clientAccountPointsPerMinute, time);
    }

    /**
     * Charges an identity, and returns 0. If it has not enough points, charges nothing, and returns the seconds until
     * it has.
     */
    long charge(PrincipalIdentity identity, long points) {
        return identities.take(identity, points);
    }

    /**
     * Charges a client account, and returns 0. If it has not enough points, charges nothing, and returns the seconds
     * until it has.
     */
    long charge(ClientAccountId clientAccountId, long points) {
        return clientAccounts.take(clientAccountId, points);
    }

    /** Charges for an answer that is made already. The next requests are refused until the points came back. */
    void chargeAfterwards(PrincipalIdentity identity, Optional<ClientAccountId> clientAccountId, long points) {
        identities.owe(identity, points);
        clientAccountId.ifPresent(id -> clientAccounts.owe(id, points));
    }

    long identityPointsPerMinute() {
        return identityPointsPerMinute;
    }

    long clientAccountPointsPerMinute() {
        return clientAccountPointsPerMinute;
    }
}
