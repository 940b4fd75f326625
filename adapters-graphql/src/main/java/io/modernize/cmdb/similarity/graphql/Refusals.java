package io.modernize.cmdb.similarity.graphql;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.similarity.application.AssetsLikeOutcome;
import io.modernize.cmdb.tenancy.EngagementSelection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/** Expected refusals as GraphQL errors: a code for programs, the field at fault, and what to do about it. */
final class Refusals {
    private Refusals() {}

    static GraphqlErrorException badInput(String field, String message, String remedy) {
        return error("BAD_INPUT", ErrorType.BAD_REQUEST, field, message, remedy, Map.of());
    }

    /** Whether the asset exists outside the caller's scope makes no difference. */
    static GraphqlErrorException assetUnknown(AssetsLikeOutcome.AssetUnknown refusal) {
        return error(
                "ASSET_UNKNOWN",
                ErrorType.NOT_FOUND,
                "assetId",
                "There is no such asset among those you may see.",
                "Send the id of an asset that findSimilarAssets returned.",
                Map.of());
    }

    static GraphqlErrorException notEmbeddedYet(AssetsLikeOutcome.NotEmbeddedYet refusal) {
        return error(
                "NOT_EMBEDDED_YET",
                ErrorType.BAD_REQUEST,
                "assetId",
                "The asset waits for its embedding.",
                "Try again when the embedding job has run, or search by text.",
                Map.of());
    }

    static GraphqlErrorException allEngagementsNeeded(EngagementSelection.Only refusal) {
        return error(
                "ALL_ENGAGEMENTS_NEEDED",
                ErrorType.FORBIDDEN,
                null,
                "This concerns the client account as a whole, and your scope covers only some of its engagements.",
                "Leave out the header X-Engagement-Id, or ask an administrator of the client account for a membership"
                        + " of all engagements.",
                Map.of());
    }

    /** Says whether to wait or to tell the operator, and nothing of the provider. */
    static GraphqlErrorException searchUnavailable(EmbeddingUnavailableException failure) {
        Unavailability reason = Unavailability.of(failure.reason());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", reason.name());
        failure.retryAfter().ifPresent(wait -> details.put("retryAfterSeconds", Math.max(1, wait.toSeconds())));
        return error(
                "SEARCH_UNAVAILABLE",
                ErrorType.INTERNAL_ERROR,
                null,
                "The text could not be embedded, so there is nothing to search by.",
                reason.remedy,
                details);
    }

    private static GraphqlErrorException error(
            String code,
            ErrorType type,
            @Nullable String field,
            String message,
            String remedy,
            Map<String, Object> details) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (field != null) {
            extensions.put("field", field);
        }
        extensions.put("remedy", remedy);
        extensions.putAll(details);
        return GraphqlErrorException.newErrorException()
                .errorClassification(type)
                .message(message)
                .extensions(extensions)
                .build();
    }

    /** Why the model gave no vector, as far as a caller can act on it. */
    private enum Unavailability {
        TEMPORARY("Try again later; the mode LEXICAL and assetsLike work meanwhile."),
        NEEDS_OPERATOR("Tell the operator; the mode LEXICAL and assetsLike work meanwhile."),
        TEXT_REFUSED("Search by another text, or with the mode LEXICAL.");

        private final String remedy;

        Unavailability(String remedy) {
            this.remedy = remedy;
        }

        static Unavailability of(EmbeddingUnavailableException.Reason reason) {
            return switch (reason) {
                case OVERLOADED, UNREACHABLE, SUSPENDED, INVALID_ANSWER -> TEMPORARY;
                case UNAUTHORISED, PAYMENT_REQUIRED, MODEL_UNKNOWN -> NEEDS_OPERATOR;
                case INPUT_REFUSED -> TEXT_REFUSED;
            };
        }
    }
}
