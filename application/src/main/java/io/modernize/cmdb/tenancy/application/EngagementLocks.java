package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;

/** Lets one process at a time do a kind of work on an engagement, also across machines. */
public interface EngagementLocks {
    /**
     * Takes the lock, or answers empty at once where another holds it. A holder that dies loses it.
     *
     * @param work what the lock is for, for example {@code import}
     */
    Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work);

    /** A lock in one's hand. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
