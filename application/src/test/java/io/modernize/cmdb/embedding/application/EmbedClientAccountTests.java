package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbedClientAccountTests {
    private final TwoClients clients = TwoClients.random();
    private final Map<EngagementId, EmbeddingOutcome> outcomes = new HashMap<>();
    private final List<EngagementId> asked = new ArrayList<>();
    private boolean stopRequested;

    private final EmbedClientAccount embed = new EmbedClientAccount(
            (scope, engagementId, progress) -> {
                asked.add(engagementId);
                progress.report(JobCounts.of(1, 1));
                return outcomes.getOrDefault(engagementId, EmbeddingOutcome.completed(1));
            },
            new EngagementCatalog() {
                @Override
                public ClientAccount clientAccount(TenantScope scope) {
                    throw new AssertionError("nobody needs it");
                }

                @Override
                public List<Engagement> engagements(TenantScope scope) {
                    return List.of(engagement(clients.exit(), "exit"), engagement(clients.erp(), "erp"));
                }
            });

    private Engagement engagement(EngagementId id, String slug) {
        return new Engagement(clients.northwind(), id, new Slug(slug), slug);
    }

    private final JobProgress progress = new JobProgress() {
        @Override
        public void report(long done, long total) {
            // Nobody looks.
        }

        @Override
        public boolean isStopRequested() {
            return stopRequested;
        }
    };

    private EmbeddingOutcome run() {
        return embed.embed(clients.northwindScope(), progress);
    }

    @Test
    void addsUpWhatItsEngagementsCameTo() {
        assertThat(run()).isEqualTo(EmbeddingOutcome.completed(2));
        assertThat(asked).containsExactly(clients.exit(), clients.erp());
    }

    @Test
    void endsWithTheFirstThatDoesNotComplete() {
        outcomes.put(clients.exit(), new EmbeddingOutcome(new JobEnd.Failed("no answer"), 3, RefusedAssets.NONE));

        assertThat(run().report())
                .isEqualTo(new JobReport(new JobEnd.Failed("no answer"), "3 assets embedded; no answer"));
        assertThat(asked).containsExactly(clients.exit());
    }

    @Test
    void isStoppedAndNotCompletedWhereEngagementsAreLeft() {
        stopRequested = true;

        assertThat(run()).isEqualTo(EmbeddingOutcome.stopped());
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhatItTakesToGetFurther() {
        outcomes.put(clients.erp(), EmbeddingOutcome.budgetSpent(2, new RefusedAssets(1, Map.of("422", 1L)), 11, 10));

        assertThat(run().report().message())
                .isEqualTo(
                        "3 assets embedded, 1 refused by the model; 11 of 10 tokens of today are used. Restart the job"
                                + " tomorrow (UTC).");
    }
}
