package io.modernize.cmdb.embedding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.jobs.batch.TestAttempts;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An engagement that fails keeps none from its turn. */
class EmbeddingScheduleTests {
    private final TwoClients clients = TwoClients.random();
    private final TestAttempts attempts = new TestAttempts();
    private final List<EngagementId> turns = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Test
    void embedsTheOthersWhateverOneOfThemThrows() {
        EmbeddingJobs jobs = (scope, engagement, progress) -> {
            turns.add(engagement);
            if (engagement.equals(clients.exit())) {
                throw new NoClassDefFoundError("for a test");
            }
            if (engagement.equals(clients.erp())) {
                throw new IllegalStateException("broken");
            }
            return EmbeddingOutcome.completed(1);
        };

        schedule(jobs).embedWhatIsDue();

        assertThat(turns).containsExactly(clients.exit(), clients.erp(), clients.cloud(), clients.edge());
        assertThat(attempts.errors()).isEqualTo(1);
    }

    @Test
    void endsWhereAnOperatorIsNeeded() {
        EmbeddingJobs jobs = (scope, engagement, progress) -> {
            turns.add(engagement);
            return new EmbeddingOutcome(
                    new JobEnd.Failed("the key is wrong"), 0, RefusedAssets.NONE, new Obstacle.OperatorNeeded());
        };

        schedule(jobs).embedWhatIsDue();

        assertThat(turns).containsExactly(clients.exit());
    }

    /** The first client account has more to embed than its slice of a round, and in both of its engagements. */
    @Test
    void givesEachClientAccountItsTurnHoweverMuchAnotherHasToEmbed() {
        Map<EngagementId, Integer> slicesLeft = new HashMap<>(Map.of(clients.exit(), 2, clients.erp(), 1));
        EmbeddingJobs jobs = (scope, engagement, progress) -> {
            turns.add(engagement);
            if (slicesLeft.getOrDefault(engagement, 0) == 0) {
                return EmbeddingOutcome.completed(1);
            }
            slicesLeft.merge(engagement, -1, Integer::sum);
            now = now.plus(EmbeddingSchedule.SLICE);
            assertThat(progress.isStopRequested()).isTrue();
            return new EmbeddingOutcome(new JobEnd.Stopped(), 1_000, RefusedAssets.NONE);
        };

        schedule(jobs).embedWhatIsDue();

        assertThat(turns)
                .containsExactly(
                        clients.exit(),
                        clients.cloud(),
                        clients.edge(),
                        clients.exit(),
                        clients.exit(),
                        clients.erp(),
                        clients.erp());
    }

    @Test
    void leavesAnEngagementThatGetsNowhereToTheNextTime() {
        EmbeddingJobs jobs = (scope, engagement, progress) -> {
            turns.add(engagement);
            if (!engagement.equals(clients.exit())) {
                return EmbeddingOutcome.completed(1);
            }
            now = now.plus(EmbeddingSchedule.SLICE);
            assertThat(progress.isStopRequested()).isTrue();
            return new EmbeddingOutcome(new JobEnd.Stopped(), 0, RefusedAssets.NONE);
        };

        schedule(jobs).embedWhatIsDue();

        assertThat(turns).containsExactly(clients.exit(), clients.cloud(), clients.edge(), clients.erp());
    }

    private EmbeddingSchedule schedule(EmbeddingJobs jobs) {
        return new EmbeddingSchedule(
                jobs,
                attempts.turnsOf(new KnownEngagements(clients)),
                new OneInstance(lock -> Optional.empty()),
                new EmbeddingJobProperties(Duration.ZERO, Duration.ofSeconds(1), null, "-"),
                new TestClock(() -> now));
    }
}
