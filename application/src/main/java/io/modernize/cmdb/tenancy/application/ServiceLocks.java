package io.modernize.cmdb.tenancy.application;

import java.util.Optional;

/** Lets one process at a time do a kind of work for the whole service, across all machines. */
public interface ServiceLocks {
    /**
     * Takes the lock. Empty at once if another process holds it. A holder that dies loses it.
     *
     * @param work the kind of work, for example {@code audit-recall}
     */
    Optional<Held> tryAcquire(String work);

    /** A lock that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
