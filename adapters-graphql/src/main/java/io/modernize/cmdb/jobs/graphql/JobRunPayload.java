package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.lookups.InEngagement;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code JobRun}. It is public for the capabilities whose objects lead to their jobs.
 *
 * @param scope the scope that the job was found in, which can cover more than the job needs
 */
public record JobRunPayload(
        String id,
        String kind,
        @Nullable EngagementId engagementId,
        TenantScope scope,
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
        @Nullable Instant endedAt)
        implements InEngagement {
    public static JobRunPayload from(TenantScope scope, JobRun run, Instant now) {
        OptionalDouble rate = run.rate(now);
        JobRun.Resumption resumedAt = run.resumedAt();
        return new JobRunPayload(
                run.id().toString(),
                run.kind().name(),
                run.engagementId(),
                scope,
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
