package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Locks in a set. */
public final class InMemoryEngagementLocks implements EngagementLocks {
    private final Set<String> taken = new HashSet<>();

    @Override
    public Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work) {
        return tryAcquireAll(scope, List.of(engagementId), Set.of(work));
    }

    @Override
    public Optional<Held> tryAcquireAll(TenantScope scope, Collection<EngagementId> engagementIds, Set<String> works) {
        Set<String> wanted = new HashSet<>();
        engagementIds.forEach(
                engagementId -> works.forEach(work -> wanted.add(work + scope.clientAccountId() + engagementId)));
        if (wanted.stream().anyMatch(taken::contains)) {
            return Optional.empty();
        }
        taken.addAll(wanted);
        return Optional.of(() -> taken.removeAll(wanted));
    }
}
