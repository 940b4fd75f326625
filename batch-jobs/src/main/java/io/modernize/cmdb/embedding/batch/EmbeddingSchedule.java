package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.EngagementTurns;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

    /** The time of a client account in each round. */
    static final Duration SLICE = Duration.ofMinutes(5);

    private final EmbeddingJobs jobs;
    private final EngagementTurns engagements;
    private final OneInstance oneInstance;
    private final EmbeddingJobProperties properties;
    private final InstantSource clock;

    EmbeddingSchedule(
            EmbeddingJobs jobs,
            EngagementTurns engagements,
            OneInstance oneInstance,
            EmbeddingJobProperties properties,
            Clock clock) {
        this.jobs = jobs;
        this.engagements = engagements;
        this.oneInstance = oneInstance;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("embed", this::embedWhatIsDue), properties.schedule());
    }

    /**
     * Embeds one engagement after another, each in a scope of its own. If one fails, the others still have their turn. A
     * client account has a slice of the time in each round, and rounds follow until nothing is left over. So no client
     * account waits for all assets of a large one.
     */
    void embedWhatIsDue() {
        Set<EngagementId> settled = new HashSet<>();
        Round round;
        do {
            round = new Round(settled);
            engagements.each("Embedding", round::isLast);
        } while (round.leavesWork());
    }

    /** One turn for each engagement that is not settled, as far as the slice of its client account lasts. */
    private final class Round {
        /** The engagements that are done for now, or that got nowhere. */
        private final Set<EngagementId> settled;

        private final Map<ClientAccountId, Duration> used = new HashMap<>();
        private boolean leftOver;
        private boolean last;

        private Round(Set<EngagementId> settled) {
            this.settled = settled;
        }

        private boolean leavesWork() {
            return leftOver && !last;
        }

        private boolean isLast(TenantScope scope, EngagementId engagementId, JobProgress progress) {
            Duration left = SLICE.minus(used.getOrDefault(scope.clientAccountId(), Duration.ZERO));
            if (settled.contains(engagementId)) {
                return false;
            }
            if (!left.isPositive()) {
                leftOver = true;
                return false;
            }
            settled.add(engagementId);
            Instant begin = clock.instant();
            Slice slice = new Slice(progress, () -> since(begin).compareTo(left) >= 0);
            EmbeddingOutcome outcome;
            try {
                outcome = jobs.run(scope, engagementId, slice);
            } finally {
                used.merge(scope.clientAccountId(), since(begin), Duration::plus);
            }
            if (slice.isOver() && outcome.end() instanceof JobEnd.Stopped && outcome.embedded() > 0) {
                settled.remove(engagementId);
                leftOver = true;
                return false;
            }
            last = needsOperator(scope, engagementId, outcome);
            return last;
        }

        private Duration since(Instant begin) {
            return Duration.between(begin, clock.instant());
        }
    }

    /** Tells the log what came of the engagement, and returns whether an operator is needed for all the others, too. */
    private static boolean needsOperator(TenantScope scope, EngagementId engagementId, EmbeddingOutcome outcome) {
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
