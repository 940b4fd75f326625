package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets one instance of the service do scheduled work, although the time comes for all of them. It is public for the
 * schedules of other capabilities.
 */
@Component
public final class OneInstance {
    /**
     * The time for which the lock is kept at least. Clocks differ, and an instance that is late by less finds the work
     * taken.
     */
    private static final Duration AT_LEAST = Duration.ofSeconds(20);

    /**
     * The time for which the lock is kept at most. The lock only keeps others from beginning at the same time. Work
     * that must not run twice at once has a lock of its own, so a lock that is left behind does no harm for long.
     */
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final LockingTaskExecutor executor;

    public OneInstance(LockProvider provider) {
        this.executor = new DefaultLockingTaskExecutor(provider);
    }

    /** The task, run by the instance that comes first. */
    public Runnable of(String name, Runnable task) {
        return () -> executor.executeWithLock(task, new LockConfiguration(Instant.now(), name, AT_MOST, AT_LEAST));
    }
}
