package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.batch.EngagementTurns;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
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
    private final EngagementTurns engagements;
    private final OneInstance oneInstance;
    private final String schedule;

    /** @param schedule cron expression with seconds; {@code -} for never */
    DuplicateSchedule(
            DuplicateJobs jobs,
            EngagementTurns engagements,
            OneInstance oneInstance,
            @Value("${cmdb.duplicates.schedule:0 0 3 * * *}") String schedule) {
        this.jobs = jobs;
        this.engagements = engagements;
        this.oneInstance = oneInstance;
        this.schedule = schedule;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("find-duplicates", this::findDuplicates), schedule);
    }

    void findDuplicates() {
        engagements.each("The search for duplicates in", (scope, engagementId, progress) -> {
            if (jobs.run(scope, engagementId, progress)
                    instanceof DuplicatesOutcome(JobEnd.Unfinished end, long assets, int groups)) {
                LOG.warn(
                        "The search for duplicates in engagement {} stopped after {} assets: {}",
                        engagementId,
                        assets,
                        end.reason());
            }
            return false;
        });
    }
}
