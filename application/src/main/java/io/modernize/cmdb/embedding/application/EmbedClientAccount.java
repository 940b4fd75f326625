package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.time.Duration;

/** Embeds what is due in all engagements of a scope, one after the other; a job may be about one of them, or about all. */
public final class EmbedClientAccount implements JobWork {
    private final EmbeddingJobs jobs;
    private final EngagementCatalog engagements;

    public EmbedClientAccount(EmbeddingJobs jobs, EngagementCatalog engagements) {
        this.jobs = jobs;
        this.engagements = engagements;
    }

    @Override
    public JobKind kind() {
        return JobKind.EMBEDDING;
    }

    @Override
    public JobReport run(JobRun run, JobProgress progress) {
        return embed(run.scope(), progress).report();
    }

    /** The outcome of all engagements together. The first engagement that does not complete is the last one. */
    public EmbeddingOutcome embed(TenantScope scope, JobProgress progress) {
        EmbeddingOutcome outcome = EmbeddingOutcome.completed(0);
        Following following = new Following(progress);
        for (Engagement engagement : engagements.engagements(scope)) {
            if (outcome.isCompleted()) {
                outcome = outcome.and(
                        progress.isStopRequested()
                                ? EmbeddingOutcome.stopped()
                                : jobs.run(scope, engagement.id(), following));
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
