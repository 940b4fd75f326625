package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.jobs.JobRun;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Type {@code JobRun}. */
public record JobRunPayload(
        String id,
        String kind,
        @Nullable String engagementId,
        String status,
        long read,
        long written,
        long skipped,
        long failed,
        long total,
        @Nullable Double perSecond,
        @Nullable Long secondsLeft,
        @Nullable String message,
        boolean stopRequested,
        String requestedBy,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {
    static JobRunPayload from(JobRun run, Instant now) {
        OptionalDouble rate = run.rate(now);
        JobRun.Resumption resumedAt = run.resumedAt();
        return new JobRunPayload(
                run.id().toString(),
                run.kind().name(),
                run.engagementId() == null ? null : run.engagementId().toString(),
                run.status().name(),
                run.counts().read(),
                run.counts().written(),
                run.counts().skipped(),
                run.counts().failed(),
                run.counts().total(),
                rate.isPresent() ? rate.getAsDouble() : null,
                run.timeLeft(now).map(left -> Math.max(1, left.toSeconds())).orElse(null),
                run.message(),
                run.stopRequested(),
                run.requestedBy(),
                run.queuedAt().atOffset(ZoneOffset.UTC),
                resumedAt == null ? null : resumedAt.at().atOffset(ZoneOffset.UTC),
                run.endedAt() == null ? null : run.endedAt().atOffset(ZoneOffset.UTC));
    }
}
