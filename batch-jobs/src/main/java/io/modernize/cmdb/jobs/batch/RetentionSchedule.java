package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.application.JobHistory;
import io.modernize.cmdb.jobs.application.JobRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Deletes old records of jobs on a schedule. */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionSchedule implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSchedule.class);

    private final JobHistory history;
    private final JobRuns runs;
    private final ClientAccountTurns clientAccounts;
    private final OneInstance oneInstance;
    private final RetentionProperties properties;
    private final Clock clock;

    RetentionSchedule(
            JobHistory history,
            JobRuns runs,
            ClientAccountTurns clientAccounts,
            OneInstance oneInstance,
            RetentionProperties properties,
            Clock clock) {
        this.history = history;
        this.runs = runs;
        this.clientAccounts = clientAccounts;
        this.oneInstance = oneInstance;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("forget-jobs", this::forget), properties.schedule());
    }

    void forget() {
        Instant now = clock.instant();
        int jobs = history.forgetBatchJobsBefore(now.minus(properties.batch()));
        int events = history.forgetEventsBefore(now.minus(properties.events()));
        AtomicInteger forgotten = new AtomicInteger();
        clientAccounts.each(
                "Forgetting runs",
                scope -> forgotten.addAndGet(runs.forgetBefore(scope, now.minus(properties.runs()))));
        LOG.info(
                "Forgotten: {} jobs of Spring Batch, {} runs, {} events that nobody followed up",
                jobs,
                forgotten.get(),
                events);
    }
}
