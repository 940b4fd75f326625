package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets one instance of the service do what is due by the clock, of all that it strikes the hour for. Public for the
 * schedules of other capabilities.
 */
@Component
public final class OneInstance {
    /** Clocks differ: an instance that is late by less finds the work taken. */
    private static final Duration AT_LEAST = Duration.ofSeconds(20);

    /**
     * This lock only keeps others from beginning at the same time; what must not run twice at once has a lock of its own.
     * So one that is left behind does no harm for long.
     */
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final LockingTaskExecutor executor;

    public OneInstance(LockProvider provider) {
        this.executor = new DefaultLockingTaskExecutor(provider);
    }

    /** The task, for whichever instance is first. */
    public Runnable of(String name, Runnable task) {
        return () -> executor.executeWithLock(task, new LockConfiguration(Instant.now(), name, AT_MOST, AT_LEAST));
    }
}
