package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.util.Optional;
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
     * Takes the turn to do the work. Empty at once if another process has it. The caller closes the turn after the
     * work.
     *
     * @param kind of work, one of {@link EngagementLocks#ALL_WORK}
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    public Optional<Turn> take(TenantScope scope, EngagementId engagementId, String kind) {
        TenantScope engagement = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        // Before the lock: the end of the application waits for taking and releasing it, too.
        attempts.enter();
        Optional<Turn> turn = Optional.empty();
        try {
            turn = locks.tryAcquire(engagement, engagementId, kind).map(lock -> new Turn(engagement, lock, attempts));
            return turn;
        } finally {
            if (turn.isEmpty()) {
                attempts.leave();
            }
        }
    }

    /** The turn of this process. It is closed once. */
    public static final class Turn implements AutoCloseable {
        private final TenantScope engagement;
        private final Held lock;
        private final JobAttempts attempts;

        private Turn(TenantScope engagement, Held lock, JobAttempts attempts) {
            this.engagement = engagement;
            this.lock = lock;
            this.attempts = attempts;
        }

        /** The scope of the engagement alone. */
        public TenantScope engagement() {
            return engagement;
        }

        /** Lets others have their turn. */
        @Override
        public void close() {
            try {
                lock.close();
            } finally {
                attempts.leave();
            }
        }
    }
}
