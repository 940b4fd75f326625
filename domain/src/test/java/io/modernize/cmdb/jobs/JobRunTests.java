package io.modernize.cmdb.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobRunTests {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void tellsRateAndTimeLeftOfThePresentAttempt() {
        JobRun run =
                run(JobStatus.RUNNING, new JobCounts(300, 300, 0, 0, 900), new JobRun.Resumption(BEGIN, 100), null);
        Instant now = BEGIN.plusSeconds(10);

        assertThat(run.rate(now)).hasValue(20);
        assertThat(run.timeLeft(now)).contains(Duration.ofSeconds(30));
    }

    @Test
    void tellsNoneWhereThereIsNothingToTellItBy() {
        assertThat(run(JobStatus.QUEUED, JobCounts.NONE, null, null).rate(BEGIN))
                .isEmpty();
        assertThat(run(JobStatus.RUNNING, JobCounts.of(100, 900), new JobRun.Resumption(BEGIN, 100), null)
                        .rate(BEGIN.plusSeconds(5)))
                .as("nothing read yet")
                .isEmpty();
        assertThat(run(JobStatus.RUNNING, JobCounts.of(100, 0), new JobRun.Resumption(BEGIN, 0), null)
                        .timeLeft(BEGIN.plusSeconds(5)))
                .as("total unknown")
                .isEmpty();
    }

    @Test
    void keepsTheRateThatItEndedWith() {
        JobRun run = run(
                JobStatus.COMPLETED, JobCounts.of(100, 100), new JobRun.Resumption(BEGIN, 0), BEGIN.plusSeconds(10));

        assertThat(run.rate(BEGIN.plusSeconds(1_000))).hasValue(10);
        assertThat(run.timeLeft(BEGIN.plusSeconds(1_000))).isEmpty();
    }

    @Test
    void isOverOrRestartableByItsStatus() {
        for (JobStatus status : JobStatus.values()) {
            assertThat(status.isRestartable() && !status.isOver())
                    .as(status.name())
                    .isFalse();
        }
        assertThat(JobStatus.COMPLETED.isRestartable()).isFalse();
        assertThat(JobStatus.RUNNING.isOver()).isFalse();
    }

    private static JobRun run(
            JobStatus status, JobCounts counts, JobRun.@Nullable Resumption resumedAt, @Nullable Instant endedAt) {
        return new JobRun(
                new JobRunId(UUID.randomUUID()),
                TenantScope.forJob(new ClientAccountId(UUID.randomUUID())),
                null,
                JobKind.EMBEDDING,
                Map.of(),
                status,
                counts,
                resumedAt,
                null,
                false,
                "somebody",
                BEGIN,
                endedAt);
    }
}
