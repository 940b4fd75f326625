package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the work on jobs that people start.
 *
 * @param workers the number of jobs at once in this process, 0 to 16; each takes a connection of background work
 *     while it reads or writes. With 0, other processes do the work
 * @param pollInterval the interval between two looks for jobs that other processes have queued or left behind
 */
@ConfigurationProperties("cmdb.jobs")
record DispatchProperties(
        @DefaultValue("2") int workers, @DefaultValue("2s") Duration pollInterval) {
    private static final int MOST_WORKERS = 16;

    DispatchProperties {
        if (workers < 0 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "cmdb.jobs.workers is " + workers + "; allowed are 0 to " + MOST_WORKERS);
        }
        if (pollInterval.toMillis() < 100 || pollInterval.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "cmdb.jobs.poll-interval is " + pollInterval + "; allowed are 100 ms to a minute");
        }
    }
}
