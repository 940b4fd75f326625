package io.modernize.cmdb.tenancy.application;

import java.util.Optional;

/** Lets one process at a time do a kind of work for the service as a whole, also across machines. */
public interface ServiceLocks {
    /**
     * Takes the lock, or answers empty at once where another holds it. A holder that dies loses it.
     *
     * @param work what the lock is for, for example {@code audit-recall}
     */
    Optional<Held> tryAcquire(String work);

    /** A lock in one's hand. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
