package io.modernize.cmdb.api.gate;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;

/**
 * How many points the requests of an identity and of a client account may cost in a minute, in this instance. The first is
 * charged before anything is executed, the second when it is known for whom: nobody's use shows in another's.
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

    /** Seconds until there are as many points; 0 where there were, and they are taken. */
    long charge(PrincipalIdentity identity, long points) {
        return identities.take(identity, points);
    }

    /** Likewise. */
    long charge(ClientAccountId clientAccountId, long points) {
        return clientAccounts.take(clientAccountId, points);
    }

    long identityPointsPerMinute() {
        return identityPointsPerMinute;
    }

    long clientAccountPointsPerMinute() {
        return clientAccountPointsPerMinute;
    }
}
