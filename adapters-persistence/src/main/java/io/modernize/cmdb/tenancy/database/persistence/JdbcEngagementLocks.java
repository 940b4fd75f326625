package io.modernize.cmdb.tenancy.database.persistence;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes a lock for each kind of work and engagement. */
@Component
class JdbcEngagementLocks implements EngagementLocks {
    private final LockSession session;

    JdbcEngagementLocks(LockSession session) {
        this.session = session;
    }

    @Override
    public Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work) {
        return tryAcquireAll(scope, List.of(engagementId), Set.of(work));
    }

    @Override
    public Optional<Held> tryAcquireAll(TenantScope scope, Collection<EngagementId> engagementIds, Set<String> works) {
        List<String> names = engagementIds.stream()
                .flatMap(engagementId ->
                        works.stream().map(work -> work + ":" + scope.clientAccountId() + ":" + engagementId))
                .toList();
        return session.tryAcquire(names).map(locks -> locks::close);
    }
}
