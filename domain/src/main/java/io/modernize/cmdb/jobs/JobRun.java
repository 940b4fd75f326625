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
 * @param scope the client account and, if the job works on one engagement, the engagement
 * @param engagementId null for a job that works on the whole client account
 * @param arguments the details of the work, under names that the kind defines
 * @param resumedAt when the present attempt began, and how much earlier attempts had read; null before the first
 *     attempt
 * @param message how the run ended or why it waits, fit for people; null if there is nothing to say
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

    /** The beginning of an attempt. */
    public record Resumption(Instant at, long read) {}

    /** Units per second in the present attempt. Empty if it cannot be told. */
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

    /** The estimated time until the end at the present rate. Empty if it cannot be told, and after the end. */
    public Optional<Duration> timeLeft(Instant now) {
        OptionalDouble rate = rate(now);
        long left = counts.total() - counts.read();
        return status == JobStatus.RUNNING && rate.isPresent() && left > 0
                ? Optional.of(Duration.ofMillis(Math.round(left * 1_000 / rate.getAsDouble())))
                : Optional.empty();
    }
}
