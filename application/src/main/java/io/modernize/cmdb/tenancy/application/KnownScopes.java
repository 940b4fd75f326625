package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What one request has learnt about its caller: the memberships, and which engagements exist. {@link ResolveTenantScope}
 * writes it down here, so that the second field of a request does not ask the database again. It lives as long as the
 * request and is never shared with another one. A membership that another request revokes meanwhile may therefore count
 * until the end of this one. A mutation makes the request forget, because it may have changed what the next one may do. So
 * does each event of a subscription, which is a request of minutes.
 */
public final class KnownScopes {
    /** Each is an identifier and a flag. A request that names more engagements asks again for those beyond. */
    private static final int MOST_ENGAGEMENTS = 100;

    private final Map<PrincipalIdentity, List<Membership>> memberships = HashMap.newHashMap(1);
    private final Map<Place, Boolean> engagements = new HashMap<>();

    /** A request has one caller. Another identity would be looked up for itself, and never takes the caller's answer. */
    synchronized List<Membership> memberships(PrincipalIdentity identity, Supplier<List<Membership>> lookUp) {
        List<Membership> known = memberships.get(identity);
        if (known == null) {
            known = List.copyOf(lookUp.get());
            memberships.clear();
            memberships.put(identity, known);
        }
        return known;
    }

    /** Whether the scope has the engagement. */
    synchronized boolean exists(TenantScope scope, EngagementId engagementId, BooleanSupplier lookUp) {
        Place place = new Place(scope, engagementId);
        Boolean known = engagements.get(place);
        if (known == null) {
            known = lookUp.getAsBoolean();
            if (engagements.size() < MOST_ENGAGEMENTS) {
                engagements.put(place, known);
            }
        }
        return known;
    }

    /** Makes the next field ask the database again. */
    public synchronized void forget() {
        memberships.clear();
        engagements.clear();
    }

    private record Place(TenantScope scope, EngagementId engagementId) {}
}
