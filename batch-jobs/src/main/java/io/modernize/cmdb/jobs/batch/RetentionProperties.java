package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of how long records of jobs are kept.
 *
 * @param batch the time for Spring Batch's metadata, which only an operator reads; at least a day, because longer jobs
 *     may still run
 * @param runs the time for the runs of finished jobs, which people see
 * @param events the time for events that nobody has followed up; the scheduled job has embedded their assets long
 *     before
 * @param schedule cron expression with seconds; {@code -} for never
 */
@ConfigurationProperties("cmdb.jobs.retention")
record RetentionProperties(
        @DefaultValue("30d") Duration batch,
        @DefaultValue("90d") Duration runs,
        @DefaultValue("1d") Duration events,
        @DefaultValue("0 15 4 * * *") String schedule) {
    RetentionProperties {
        Duration day = Duration.ofDays(1);
        if (batch.compareTo(day) < 0 || runs.compareTo(day) < 0 || events.compareTo(day) < 0) {
            throw new IllegalArgumentException("cmdb.jobs.retention: nothing is forgotten within a day");
        }
    }
}
