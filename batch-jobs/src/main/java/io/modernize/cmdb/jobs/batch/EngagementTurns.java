package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import org.springframework.stereotype.Component;

/**
 * A turn for each engagement of all client accounts, so that the failure of one of them ends no other. Public for the
 * schedules of other capabilities.
 */
@Component
public final class EngagementTurns {
    private final ClientAccountRegistry registry;
    private final JobAttempts attempts;
    private final Turns turns;

    EngagementTurns(ClientAccountRegistry registry, JobAttempts attempts, Turns turns) {
        this.registry = registry;
        this.attempts = attempts;
        this.turns = turns;
    }

    /** The work on one engagement. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Works in the scope of the engagement alone.
         *
         * @return whether the turn is the last one, because each further turn would end as this one did
         */
        boolean isLast(TenantScope scope, EngagementId engagementId, JobProgress progress);
    }

    /**
     * Takes the turns one after another, see {@link Turns#take}, until there is a last one or the application ends.
     *
     * @param what is done, for the log, for example "Embedding"
     */
    public void each(String what, Turn turn) {
        JobProgress progress = attempts.stoppable(JobProgress.SILENT);
        for (EngagementReference engagement : registry.allEngagements()) {
            if (progress.isStopRequested() || isLast(what, turn, engagement, progress)) {
                return;
            }
        }
    }

    private boolean isLast(String what, Turn turn, EngagementReference engagement, JobProgress progress) {
        return turns.takeOrElse(
                what + " engagement " + engagement.engagementId(),
                () -> turn.isLast(
                        TenantScope.forJob(engagement.clientAccountId(), engagement.engagementId()),
                        engagement.engagementId(),
                        progress));
    }
}
