package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code ChangeJobPayload}.
 *
 * @param job as it is now, also where it cannot be changed; null where there is no such job
 */
record ChangeJobPayload(@Nullable JobRunPayload job, List<MutationError> errors) implements MutationPayload {
    static ChangeJobPayload changed(JobRunPayload job) {
        return new ChangeJobPayload(job, List.of());
    }

    static ChangeJobPayload notChangeable(JobRunPayload job) {
        return new ChangeJobPayload(job, List.of(JobErrors.notChangeable()));
    }

    static ChangeJobPayload tooMany(JobRunPayload job) {
        return new ChangeJobPayload(job, List.of(JobErrors.tooMany()));
    }

    static ChangeJobPayload refused(MutationError error) {
        return new ChangeJobPayload(null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        JobRunPayload changed = Objects.requireNonNull(job);
        return new AuditDetails(
                changed.id(),
                Map.of(),
                Map.of(
                        "kind",
                        changed.kind(),
                        "status",
                        changed.status(),
                        "stopRequested",
                        String.valueOf(changed.stopRequested())));
    }

    @Override
    public AuditDetails refused() {
        return job == null ? AuditDetails.NONE : AuditDetails.of(job.id());
    }
}
