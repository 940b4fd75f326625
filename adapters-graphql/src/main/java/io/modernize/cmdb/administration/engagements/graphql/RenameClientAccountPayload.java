package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code RenameClientAccountPayload}. */
record RenameClientAccountPayload(
        @Nullable ClientAccountPayload before, @Nullable ClientAccountPayload clientAccount, List<MutationError> errors)
        implements MutationPayload {
    static RenameClientAccountPayload renamed(ClientAccountPayload before, ClientAccountPayload clientAccount) {
        return new RenameClientAccountPayload(before, clientAccount, List.of());
    }

    static RenameClientAccountPayload refused(MutationError error) {
        return new RenameClientAccountPayload(null, null, List.of(error));
    }

    @Override
    public AuditDetails done() {
        return new AuditDetails(
                null,
                Map.of("name", Objects.requireNonNull(before).name()),
                Map.of("name", Objects.requireNonNull(clientAccount).name()));
    }
}
