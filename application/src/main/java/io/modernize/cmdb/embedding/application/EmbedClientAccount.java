package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.time.Duration;

/** Embeds the due assets of all engagements of a scope, one engagement after the other. */
public final class EmbedClientAccount {
    private final EmbeddingJobs jobs;
    private final EngagementCatalog engagements;

    public EmbedClientAccount(EmbeddingJobs jobs, EngagementCatalog engagements) {
        this.jobs = jobs;
        this.engagements = engagements;
    }

    /** The outcome of all engagements. The first engagement that does not complete is the last one. */
    public EmbeddingOutcome embed(TenantScope scope, JobProgress progress) {
        EmbeddingOutcome outcome = new EmbeddingOutcome.Completed(0);
        Following following = new Following(progress);
        for (Engagement engagement : engagements.engagements(scope)) {
            if (outcome instanceof EmbeddingOutcome.Completed before && !progress.isStopRequested()) {
                outcome = before.and(jobs.run(scope, engagement.id(), following));
                following.next();
            }
        }
        return outcome;
    }

    /** Adds up the progress of runs that follow each other. */
    private static final class Following implements JobProgress {
        private final JobProgress progress;
        private JobCounts before = JobCounts.NONE;
        private JobCounts now = JobCounts.NONE;

        private Following(JobProgress progress) {
            this.progress = progress;
        }

        void next() {
            before = before.plus(now);
            now = JobCounts.NONE;
        }

        @Override
        public void report(long done, long total) {
            report(JobCounts.of(done, total));
        }

        @Override
        public void report(JobCounts counts) {
            // A run fills one space after the other, and begins to count anew.
            if (counts.read() < now.read()) {
                next();
            }
            now = counts;
            progress.report(before.plus(now));
        }

        @Override
        public void paused(Duration pause, String reason) {
            progress.paused(pause, reason);
        }

        @Override
        public boolean isStopRequested() {
            return progress.isStopRequested();
        }
    }
}
