package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.EngagementTurns;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
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
    private final EngagementTurns engagements;
    private final OneInstance oneInstance;
    private final EmbeddingJobProperties properties;

    EmbeddingSchedule(
            EmbeddingJobs jobs,
            EngagementTurns engagements,
            OneInstance oneInstance,
            EmbeddingJobProperties properties) {
        this.jobs = jobs;
        this.engagements = engagements;
        this.oneInstance = oneInstance;
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("embed", this::embedWhatIsDue), properties.schedule());
    }

    /**
     * Embeds one engagement after another, each in a scope of its own. If one fails, the others still have their turn.
     */
    void embedWhatIsDue() {
        engagements.each("Embedding", this::needsOperator);
    }

    /** Embeds what is due in the engagement, and returns whether an operator is needed for all the others, too. */
    private boolean needsOperator(TenantScope scope, EngagementId engagementId, JobProgress progress) {
        EmbeddingOutcome outcome = jobs.run(scope, engagementId, progress);
        return switch (outcome.end()) {
            case JobEnd.Completed() -> {
                if (outcome.embedded() + outcome.refused().count() > 0) {
                    LOG.info(
                            "Engagement {}: {} assets embedded, {} refused",
                            engagementId,
                            outcome.embedded(),
                            outcome.refused().count());
                }
                yield false;
            }
            case JobEnd.Busy() -> false;
            case JobEnd.Unfinished unfinished ->
                needsOperator(scope, engagementId, outcome.obstacle(), unfinished.reason());
        };
    }

    private static boolean needsOperator(
            TenantScope scope, EngagementId engagementId, Obstacle obstacle, String reason) {
        return switch (obstacle) {
            case Obstacle.None() -> {
                LOG.warn("Embedding engagement {} stopped: {}", engagementId, reason);
                yield false;
            }
            case Obstacle.BudgetSpent spent -> {
                LOG.info("Client account {} has used its tokens of today", scope.clientAccountId());
                yield false;
            }
            case Obstacle.OperatorNeeded() -> {
                LOG.error("Embedding needs an operator: {}", reason);
                yield true;
            }
        };
    }
}
