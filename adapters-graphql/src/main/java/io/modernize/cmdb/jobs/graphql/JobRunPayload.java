package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.jobs.JobRun;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Type {@code JobRun}. */
record JobRunPayload(
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
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
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
                run.queuedAt(),
                resumedAt == null ? null : resumedAt.at(),
                run.endedAt());
    }
}
