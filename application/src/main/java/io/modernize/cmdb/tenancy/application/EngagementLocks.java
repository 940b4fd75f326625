package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Lets one process at a time do a kind of work on an engagement, across all machines. */
public interface EngagementLocks {
    String IMPORT = "import";
    String EMBED = "embed";
    String FIND_DUPLICATES = "findDuplicates";

    /**
     * All kinds of work. The holder of the locks for all of these is alone with an engagement. A new kind of work
     * belongs here.
     */
    Set<String> ALL_WORK = Set.of(IMPORT, EMBED, FIND_DUPLICATES);

    /**
     * Takes the lock. Empty at once if another process holds it. A holder that dies loses it.
     *
     * @param work the kind of work, for example {@link #IMPORT}
     */
    Optional<Held> tryAcquire(TenantScope scope, EngagementId engagementId, String work);

    /**
     * Takes the lock for each kind of work on each engagement. If it cannot get all of them, it takes none and returns
     * empty at once.
     */
    Optional<Held> tryAcquireAll(TenantScope scope, Collection<EngagementId> engagementIds, Set<String> works);

    /** One or several locks that are held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
