package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.tenancy.application.ServiceLocks;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** As in the database: one holder at a time. */
final class InMemoryServiceLocks implements ServiceLocks {
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Held> tryAcquire(String work) {
        return held.add(work) ? Optional.of(() -> held.remove(work)) : Optional.empty();
    }
}
