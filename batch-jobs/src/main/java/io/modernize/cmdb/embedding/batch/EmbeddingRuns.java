package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The runs that an engagement needs: what is due in which space, and what may be spent on it. */
@Component
class EmbeddingRuns {
    private final EmbeddingSpaces spaces;
    private final EmbedDueAssets embedDueAssets;
    private final EmbeddingStore store;
    private final EmbeddingUsage usage;
    private final EmbeddingJobProperties settings;

    EmbeddingRuns(
            EmbeddingSpaces spaces,
            EmbedDueAssets embedDueAssets,
            EmbeddingStore store,
            EmbeddingUsage usage,
            EmbeddingJobProperties settings) {
        this.spaces = spaces;
        this.embedDueAssets = embedDueAssets;
        this.store = store;
        this.usage = usage;
        this.settings = settings;
    }

    /** The spaces that the client account maintains and a configured model fills, the active one first. */
    List<EmbeddingSpace> spaces(TenantScope scope) {
        return spaces.maintained(scope).stream().filter(embedDueAssets::fills).toList();
    }

    /** A run that begins now; empty where nothing is due. */
    Optional<EmbeddingRun> begin(TenantScope engagement, EmbeddingSpace space, JobProgress progress) {
        long due = store.countDue(engagement, space);
        if (due == 0) {
            return Optional.empty();
        }
        progress.report(0, due);
        return Optional.of(new EmbeddingRun(
                engagement,
                space,
                RunTally.begin(due, settings.budget(), usage.tokensToday(engagement)),
                embedDueAssets.pricePerMillionTokens(space),
                new Pauses(settings.patience(), settings.firstPause(), progress, InstantSource.system(), Thread::sleep),
                progress));
    }

    /** Whether the run has left something. */
    boolean isAnythingDue(EmbeddingRun run) {
        return store.countDue(run.scope(), run.space()) > 0;
    }
}
