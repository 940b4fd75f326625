package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.application.JobHistory;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
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
    private final ClientAccountRegistry registry;
    private final OneInstance oneInstance;
    private final RetentionProperties properties;
    private final Turns turns;
    private final Clock clock = Clock.systemUTC();

    RetentionSchedule(
            JobHistory history,
            JobRuns runs,
            ClientAccountRegistry registry,
            OneInstance oneInstance,
            RetentionProperties properties,
            Turns turns) {
        this.history = history;
        this.runs = runs;
        this.registry = registry;
        this.oneInstance = oneInstance;
        this.properties = properties;
        this.turns = turns;
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
        for (ClientAccount account : registry.allClientAccounts()) {
            turns.take(
                    "Forgetting runs of client account " + account.id(),
                    () -> forgotten.addAndGet(
                            runs.forgetBefore(TenantScope.forJob(account.id()), now.minus(properties.runs()))));
        }
        LOG.info(
                "Forgotten: {} jobs of Spring Batch, {} runs, {} events that nobody followed up",
                jobs,
                forgotten.get(),
                events);
    }
}
