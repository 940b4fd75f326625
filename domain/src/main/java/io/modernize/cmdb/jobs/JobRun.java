package io.modernize.cmdb.jobs;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job.
 *
 * @param scope the client account and, where the job is about one, the engagement
 * @param engagementId null for a job about the client account as a whole
 * @param arguments what to do in particular, by the kind's own names
 * @param resumedAt when the present attempt began, and how much earlier ones had read; null before the first
 * @param message how it ended or why it waits, fit for people; null where there is nothing to say
 * @param stopRequested whether somebody asked it to stop
 * @param requestedBy who started it, fit for people
 * @param endedAt null until it is over
 */
public record JobRun(
        JobRunId id,
        TenantScope scope,
        @Nullable EngagementId engagementId,
        JobKind kind,
        Map<String, String> arguments,
        JobStatus status,
        JobCounts counts,
        @Nullable Resumption resumedAt,
        @Nullable String message,
        boolean stopRequested,
        String requestedBy,
        Instant queuedAt,
        @Nullable Instant endedAt) {
    public JobRun {
        arguments = Map.copyOf(arguments);
    }

    /** Where an attempt began. */
    public record Resumption(Instant at, long read) {}

    /** Units a second of the present attempt; empty where that cannot be told. */
    public OptionalDouble rate(Instant now) {
        if (resumedAt == null) {
            return OptionalDouble.empty();
        }
        Duration took = Duration.between(resumedAt.at(), endedAt == null ? now : endedAt);
        long done = counts.read() - resumedAt.read();
        return took.isPositive() && done > 0
                ? OptionalDouble.of(done * 1_000.0 / Math.max(1, took.toMillis()))
                : OptionalDouble.empty();
    }

    /** At that rate; empty where that cannot be told, and at the end. */
    public Optional<Duration> timeLeft(Instant now) {
        OptionalDouble rate = rate(now);
        long left = counts.total() - counts.read();
        return status == JobStatus.RUNNING && rate.isPresent() && left > 0
                ? Optional.of(Duration.ofMillis(Math.round(left * 1_000 / rate.getAsDouble())))
                : Optional.empty();
    }
}
