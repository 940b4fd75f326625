package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Lets one process at a time do a kind of work on an engagement, also across machines. */
public interface EngagementLocks {
    String IMPORT = "import";
    String EMBED = "embed";
    String FIND_DUPLICATES = "findDuplicates";

    /** Whoever holds the locks for all of these is alone with an engagement; a new kind of work belongs here. */
    Set<String> ALL_WORK = Set.of(IMPORT, EMBED, FIND_DUPLICATES);

    /**
     * Takes the lock, or answers empty at once where another holds it. A holder that dies loses it.
     *
     * @param work what the lock is for, for example {@link #IMPORT}
     */
    Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work);

    /** Takes the lock for each work on each engagement, or none of them and answers empty at once. */
    Optional<Held> tryAcquireAll(TenantScope scope, Collection<EngagementId> engagementIds, Set<String> works);

    /** A lock in one's hand, or several. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
