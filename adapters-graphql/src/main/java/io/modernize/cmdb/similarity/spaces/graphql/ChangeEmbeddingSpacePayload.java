package io.modernize.cmdb.similarity.spaces.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;
import io.modernize.cmdb.api.errors.MutationPayload;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace.ChangeOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code ChangeEmbeddingSpacePayload}.
 *
 * @param model that searches go by now; null where nothing was changed
 * @param modelBefore that searches went by; not part of the schema
 */
record ChangeEmbeddingSpacePayload(
        @Nullable String model, @Nullable String modelBefore, List<MutationError> errors) implements MutationPayload {
    static ChangeEmbeddingSpacePayload from(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(var before, var space) ->
                new ChangeEmbeddingSpacePayload(space.model(), before.model(), List.of());
            case ChangeOutcome.NoOtherSpace none ->
                refused(
                        MutationErrorCode.NO_OTHER_SPACE,
                        "There is no other embedding space.",
                        "startMigration fills another space.");
            case ChangeOutcome.ModelMissing(var space) ->
                refused(
                        MutationErrorCode.MODEL_MISSING,
                        "The service is not configured for " + space.model() + ".",
                        "Tell the operator.");
            case ChangeOutcome.Incomplete(var space, long due) ->
                refused(
                        MutationErrorCode.INCOMPLETE,
                        due + " assets are not embedded with " + space.model() + " as they are.",
                        "Wait, or start the migration again.");
            case ChangeOutcome.NotCompared(var space) ->
                refused(
                        MutationErrorCode.NOT_COMPARED,
                        space.model() + " was not compared.",
                        "startMigration does so.");
            case ChangeOutcome.NotPassed(var space, var comparison) ->
                refused(
                        MutationErrorCode.NOT_PASSED,
                        space.model() + " is not as good as asked for.",
                        "embeddingSpaces has the figures; force passes over them.");
        };
    }

    private static ChangeEmbeddingSpacePayload refused(MutationErrorCode code, String message, String remedy) {
        return new ChangeEmbeddingSpacePayload(null, null, List.of(new MutationError(code, message, null, remedy)));
    }

    @Override
    public AuditDetails done() {
        return new AuditDetails(
                null,
                Map.of("model", Objects.requireNonNull(modelBefore)),
                Map.of("model", Objects.requireNonNull(model)));
    }
}
