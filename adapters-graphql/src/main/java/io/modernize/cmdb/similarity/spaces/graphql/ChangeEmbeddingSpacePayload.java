package io.modernize.cmdb.similarity.spaces.graphql;

import io.modernize.cmdb.api.errors.Audited;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace.ChangeOutcome;

/** Union {@code ChangeEmbeddingSpaceResult}. The names of these classes are the names of its types. */
sealed interface ChangeEmbeddingSpacePayload extends Audited permits EmbeddingSpaceChanged, EmbeddingSpaceNotChanged {
    /** Enum {@code EmbeddingSpaceRefusal}. */
    enum Reason {
        NO_OTHER_SPACE,
        MODEL_MISSING,
        INCOMPLETE,
        NOT_COMPARED,
        NOT_PASSED
    }

    static ChangeEmbeddingSpacePayload from(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(var before, var space) ->
                new EmbeddingSpaceChanged(before.model(), space.model());
            case ChangeOutcome.NoOtherSpace none ->
                EmbeddingSpaceNotChanged.because(
                        Reason.NO_OTHER_SPACE,
                        "There is no other embedding space.",
                        "startMigration fills another space.");
            case ChangeOutcome.ModelMissing(var space) ->
                EmbeddingSpaceNotChanged.because(
                        Reason.MODEL_MISSING,
                        "The service is not configured for " + space.model() + ".",
                        "Tell the operator.");
            case ChangeOutcome.Incomplete(var space, long due) ->
                EmbeddingSpaceNotChanged.because(
                        Reason.INCOMPLETE,
                        due + " assets are not embedded with " + space.model() + " as they are.",
                        "Wait, or start the migration again.");
            case ChangeOutcome.NotCompared(var space) ->
                EmbeddingSpaceNotChanged.because(
                        Reason.NOT_COMPARED, space.model() + " was not compared.", "startMigration does so.");
            case ChangeOutcome.NotPassed(var space, var comparison) ->
                EmbeddingSpaceNotChanged.because(
                        Reason.NOT_PASSED,
                        space.model() + " is not as good as asked for.",
                        "embeddingSpaces has the figures; force passes over them.");
        };
    }
}
