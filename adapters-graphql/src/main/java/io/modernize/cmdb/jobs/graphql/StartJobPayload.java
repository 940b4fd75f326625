package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.jobs.application.OperateJobs.StartOutcome;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code StartJobPayload}. It is public for capabilities whose jobs start with arguments of their own.
 *
 * @param job the job that was started, or the job that does the same work already; null if there is none
 * @param arguments the arguments of the job that was started; they are not part of the schema
 */
public record StartJobPayload(@Nullable JobRunPayload job, List<MutationError> errors, Map<String, String> arguments)
        implements MutationPayload {

    /** The answer to the caller for an outcome. */
    public static StartJobPayload from(TenantScope scope, StartOutcome outcome, Instant now) {
        return switch (outcome) {
            case StartOutcome.Started(var run) ->
                new StartJobPayload(JobRunPayload.from(scope, run, now), List.of(), run.arguments());
            case StartOutcome.UnderWay(var run) ->
                new StartJobPayload(JobRunPayload.from(scope, run, now), List.of(JobErrors.underWay()), Map.of());
            case StartOutcome.TooMany() -> refused(JobErrors.tooMany());
        };
    }

    /** The answer if nothing was started. */
    public static StartJobPayload refused(MutationError error) {
        return new StartJobPayload(null, List.of(error), Map.of());
    }

    @Override
    public AuditDetails done() {
        JobRunPayload started = Objects.requireNonNull(job);
        Map<String, String> after = new LinkedHashMap<>(arguments);
        after.put("kind", started.kind());
        EngagementId engagementId = started.engagementId();
        if (engagementId != null) {
            after.put("engagementId", engagementId.toString());
        }
        return new AuditDetails(started.id(), Map.of(), after);
    }

    @Override
    public AuditDetails refused() {
        return job == null ? AuditDetails.NONE : AuditDetails.of(job.id());
    }
}
