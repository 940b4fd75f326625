package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbedClientAccount;
import io.modernize.cmdb.embedding.application.EmbeddingEnds;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.tenancy.EngagementId;
import org.springframework.stereotype.Component;

/** Embeds what is due in an engagement, or in the whole client account. */
@Component
class EmbeddingWork implements JobWork {
    private final EmbeddingJobs jobs;
    private final EmbedClientAccount embedClientAccount;

    EmbeddingWork(EmbeddingJobs jobs, EmbedClientAccount embedClientAccount) {
        this.jobs = jobs;
        this.embedClientAccount = embedClientAccount;
    }

    @Override
    public JobKind kind() {
        return JobKind.EMBEDDING;
    }

    @Override
    public JobEnd run(JobRun run, JobProgress progress) {
        EngagementId engagementId = run.engagementId();
        return EmbeddingEnds.of(
                engagementId == null
                        ? embedClientAccount.embed(run.scope(), progress)
                        : jobs.run(run.scope(), engagementId, progress),
                progress);
    }
}
