package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is remembered what jobs did.
 *
 * @param batch Spring Batch's metadata, which only an operator reads; at least a day, as longer jobs may still run
 * @param runs what people see of jobs that are over
 * @param events changes that nobody has followed up; the scheduled job has embedded them long since
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
