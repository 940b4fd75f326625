package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Lets one process at a time do a kind of work on an engagement, and the end of the application wait for it. Public for the
 * jobs of other capabilities.
 */
@Component
public final class OneAtATime {
    private final JobAttempts attempts;
    private final EngagementLocks locks;

    OneAtATime(JobAttempts attempts, EngagementLocks locks) {
        this.attempts = attempts;
        this.locks = locks;
    }

    /**
     * Does the work, unless another process does.
     *
     * @param kind of work, one of {@link EngagementLocks#ALL_WORK}
     * @param work in the scope of the engagement alone
     * @return what comes of it; empty where another process does it right now
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    public <T> Optional<T> inEngagement(
            TenantScope scope, EngagementId engagementId, String kind, Function<TenantScope, T> work) {
        TenantScope engagement = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        return attempts.aroundAttempts(() -> alone(engagement, engagementId, kind, work));
    }

    private <T> Optional<T> alone(
            TenantScope engagement, EngagementId engagementId, String kind, Function<TenantScope, T> work) {
        Optional<Held> lock = locks.tryAcquire(engagement, engagementId, kind);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (Held held = lock.get()) {
            return Optional.of(work.apply(engagement));
        }
    }
}
