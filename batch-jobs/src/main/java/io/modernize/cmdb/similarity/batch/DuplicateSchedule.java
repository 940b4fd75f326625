package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.jobs.batch.Turns;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks for duplicates on a schedule, in one engagement after another. */
@Component
@ConditionalOnWebApplication
class DuplicateSchedule implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateSchedule.class);

    private final DuplicateJobs jobs;
    private final ClientAccountRegistry registry;
    private final JobAttempts attempts;
    private final OneInstance oneInstance;
    private final Turns turns;
    private final String schedule;

    /** @param schedule cron expression with seconds; {@code -} for never */
    DuplicateSchedule(
            DuplicateJobs jobs,
            ClientAccountRegistry registry,
            JobAttempts attempts,
            OneInstance oneInstance,
            Turns turns,
            @Value("${cmdb.duplicates.schedule:0 0 3 * * *}") String schedule) {
        this.jobs = jobs;
        this.registry = registry;
        this.attempts = attempts;
        this.oneInstance = oneInstance;
        this.turns = turns;
        this.schedule = schedule;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("find-duplicates", this::findDuplicates), schedule);
    }

    void findDuplicates() {
        JobProgress progress = attempts.stoppable(JobProgress.SILENT);
        for (EngagementReference engagement : registry.allEngagements()) {
            if (progress.isStopRequested()) {
                return;
            }
            turns.take(
                    "The search for duplicates in engagement " + engagement.engagementId(),
                    () -> findDuplicates(engagement, progress));
        }
    }

    private void findDuplicates(EngagementReference engagement, JobProgress progress) {
        TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.engagementId());
        if (jobs.run(scope, engagement.engagementId(), progress)
                instanceof DuplicatesOutcome(JobEnd.Unfinished end, long assets, int groups)) {
            LOG.warn(
                    "The search for duplicates in engagement {} stopped after {} assets: {}",
                    engagement.engagementId(),
                    assets,
                    end.reason());
        }
    }
}
