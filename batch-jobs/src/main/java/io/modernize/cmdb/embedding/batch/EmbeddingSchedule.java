package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.jobs.batch.Turns;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Embeds on a schedule what was not embedded at once, because the provider was out of reach or a command was told not
 * to embed.
 */
@Component
@ConditionalOnWebApplication
class EmbeddingSchedule implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingSchedule.class);

    private final EmbeddingJobs jobs;
    private final ClientAccountRegistry registry;
    private final JobAttempts attempts;
    private final OneInstance oneInstance;
    private final EmbeddingJobProperties properties;
    private final Turns turns;

    EmbeddingSchedule(
            EmbeddingJobs jobs,
            ClientAccountRegistry registry,
            JobAttempts attempts,
            OneInstance oneInstance,
            EmbeddingJobProperties properties,
            Turns turns) {
        this.jobs = jobs;
        this.registry = registry;
        this.attempts = attempts;
        this.oneInstance = oneInstance;
        this.properties = properties;
        this.turns = turns;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("embed", this::embedWhatIsDue), properties.schedule());
    }

    /**
     * Embeds one engagement after another, each in a scope of its own. If one fails, the others still have their turn.
     */
    void embedWhatIsDue() {
        JobProgress progress = attempts.stoppable(JobProgress.SILENT);
        for (EngagementReference engagement : registry.allEngagements()) {
            if (progress.isStopRequested()) {
                return;
            }
            if (turns.takeOrElse(
                    "Embedding engagement " + engagement.engagementId(), () -> needsOperator(engagement, progress))) {
                return;
            }
        }
    }

    /** Embeds what is due in the engagement, and returns whether an operator is needed for all the others, too. */
    private boolean needsOperator(EngagementReference engagement, JobProgress progress) {
        TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.engagementId());
        EmbeddingOutcome outcome = jobs.run(scope, engagement.engagementId(), progress);
        return switch (outcome.end()) {
            case JobEnd.Completed() -> {
                if (outcome.embedded() + outcome.refused().count() > 0) {
                    LOG.info(
                            "Engagement {}: {} assets embedded, {} refused",
                            engagement.engagementId(),
                            outcome.embedded(),
                            outcome.refused().count());
                }
                yield false;
            }
            case JobEnd.Busy() -> false;
            case JobEnd.Unfinished unfinished -> needsOperator(engagement, outcome.obstacle(), unfinished.reason());
        };
    }

    private static boolean needsOperator(EngagementReference engagement, Obstacle obstacle, String reason) {
        return switch (obstacle) {
            case Obstacle.None() -> {
                LOG.warn("Embedding engagement {} stopped: {}", engagement.engagementId(), reason);
                yield false;
            }
            case Obstacle.BudgetSpent spent -> {
                LOG.info("Client account {} has used its tokens of today", engagement.clientAccountId());
                yield false;
            }
            case Obstacle.OperatorNeeded() -> {
                LOG.error("Embedding needs an operator: {}", reason);
                yield true;
            }
        };
    }
}
