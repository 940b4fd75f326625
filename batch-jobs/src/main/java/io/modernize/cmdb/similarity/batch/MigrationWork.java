package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbedClientAccount;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.similarity.spaces.application.PrepareChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Fills the other embedding space with the client account's assets and compares it with the active one. From then on
 * both are kept up to date. Nothing is activated.
 */
@Component
class MigrationWork implements JobWork {
    private final PrepareChange prepareChange;
    private final EmbeddingSpaces spaces;
    private final EmbedClientAccount embedClientAccount;
    private final CompareSpaces compareSpaces;
    private final ReindexWork reindex;

    MigrationWork(
            PrepareChange prepareChange,
            EmbeddingSpaces spaces,
            EmbedClientAccount embedClientAccount,
            CompareSpaces compareSpaces,
            ReindexWork reindex) {
        this.prepareChange = prepareChange;
        this.spaces = spaces;
        this.embedClientAccount = embedClientAccount;
        this.compareSpaces = compareSpaces;
        this.reindex = reindex;
    }

    @Override
    public JobKind kind() {
        return JobKind.MIGRATION;
    }

    @Override
    public JobReport run(JobRun run, JobProgress progress) {
        Optional<EmbeddingSpace> target = prepareChange.begin(run.scope());
        if (target.isEmpty()) {
            return JobReport.failed("There is no other model to migrate to. The operator sets it as"
                    + " cmdb.embedding.next.provider and restarts the service.");
        }
        EmbeddingOutcome embedded = embedClientAccount.embed(run.scope(), progress);
        if (!embedded.isCompleted()) {
            return embedded.report();
        }
        // Before anybody searches there, and before the comparison does.
        JobReport indexed = reindex.run(run, progress);
        if (!(indexed.end() instanceof JobEnd.Completed)) {
            return indexed;
        }
        EmbeddingSpace active = spaces.active(run.scope());
        return JobReport.completed(
                text(target.get(), compareSpaces.compare(run.scope(), active, target.get(), List.of())));
    }

    private static String text(EmbeddingSpace target, SpaceComparison comparison) {
        return String.format(
                Locale.ROOT,
                "%s (%d dimensions) is %s: overlap@10 %.3f over %d samples, at least %.2f is asked for; %d assets are"
                        + " due",
                target.model(),
                target.dimensions(),
                comparison.passed() ? "ready to be activated" : "not ready",
                comparison.overlap().orElse(0),
                comparison.samples(),
                comparison.gate().minimumOverlap(),
                comparison.due());
    }
}
