package io.modernize.cmdb.similarity.search.graphql;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Refusals of searches. */
final class Refusals {
    private Refusals() {}

    /** The asset is unknown. The answer is the same whether or not it exists outside the caller's scope. */
    static GraphqlErrorException assetUnknown(AssetsLikeOutcome.AssetUnknown refusal) {
        return CommonRefusals.of(
                "ASSET_UNKNOWN",
                ErrorType.NOT_FOUND,
                "assetId",
                "There is no such asset among those you may see.",
                "Send the id of an asset that findSimilarAssets returned.");
    }

    static GraphqlErrorException notEmbeddedYet(AssetsLikeOutcome.NotEmbeddedYet refusal) {
        return CommonRefusals.of(
                "NOT_EMBEDDED_YET",
                ErrorType.BAD_REQUEST,
                "assetId",
                "The asset is not embedded yet.",
                "Try again when the embedding job has run, or search by text.");
    }

    /**
     * The search is unavailable. The answer tells whether to wait or to tell the operator, and nothing of the provider.
     */
    static GraphqlErrorException searchUnavailable(EmbeddingUnavailableException failure) {
        Unavailability reason = Unavailability.of(failure.reason());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", reason.name());
        failure.retryAfter().ifPresent(wait -> details.put("retryAfterSeconds", Math.max(1, wait.toSeconds())));
        return CommonRefusals.of(
                "SEARCH_UNAVAILABLE",
                ErrorType.INTERNAL_ERROR,
                null,
                "The text could not be embedded, so there is nothing to search by.",
                reason.remedy,
                details);
    }

    /** The reason why the model gave no vector, as far as a caller can act on it. */
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
