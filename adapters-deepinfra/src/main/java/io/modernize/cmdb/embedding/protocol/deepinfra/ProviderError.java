package io.modernize.cmdb.embedding.protocol.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An error body. Three shapes are known: {@code {"detail":[{"loc","msg","type"}]}} or {@code {"detail":{"error"}}},
 * {@code {"error":"…"}} and {@code {"error":{"message","type","code"}}}.
 *
 * <p>Its prose is read, but never passed on: it may quote the texts or parts of the key.
 *
 * @param codes the provider's words for the kind of error, fit for messages
 * @param prose all its words, in lower case, unfit for messages
 */
record ProviderError(List<String> codes, String prose) {
    /** A word of the provider's vocabulary, such as {@code engine_overloaded}. Anything else may be a quotation. */
    private static final Pattern CODE = Pattern.compile("[a-z]{1,32}([_.][a-z]{1,32}){1,5}");

    /**
     * The greatest number of details. A request has 1,024 inputs, and a broken one may bring a complaint about each.
     */
    private static final int MAX_DETAILS = 5;

    static final ProviderError UNREADABLE = new ProviderError(List.of(), "");

    /** The error in the fields {@code error} and {@code detail} of a body. Empty if both are missing. */
    static Optional<ProviderError> of(@Nullable JsonNode error, @Nullable JsonNode detail) {
        List<String> codes = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        boolean found = read(error, codes, prose) | read(detail, codes, prose);
        return found
                ? Optional.of(
                        new ProviderError(List.copyOf(codes), prose.toString().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static boolean read(@Nullable JsonNode node, List<String> codes, StringBuilder prose) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return false;
        }
        if (node.isArray()) {
            for (int i = 0; i < Math.min(node.size(), MAX_DETAILS); i++) {
                read(node.get(i), codes, prose);
            }
        } else if (node.isObject()) {
            for (String field : List.of("code", "type")) {
                String word = node.path(field).asString("");
                prose.append(word).append('\n');
                if (CODE.matcher(word).matches() && !codes.contains(word)) {
                    codes.add(word);
                }
            }
            for (String field : List.of("message", "msg", "error")) {
                read(node.get(field), codes, prose);
            }
        } else {
            prose.append(node.asString("")).append('\n');
        }
        return true;
    }

    /** The kind of the error, as far as it tells by itself. This is for errors in an answer whose status is success. */
    Reason reason() {
        if (prose.contains("overload")
                || prose.contains("rate limit")
                || prose.contains("rate_limit")
                || prose.contains("busy")
                || prose.contains("too many requests")) {
            return Reason.OVERLOADED;
        }
        if (prose.contains("model_not_found") || prose.contains("model not found")) {
            return Reason.MODEL_UNKNOWN;
        }
        return Reason.INVALID_ANSWER;
    }

    /** The end of a message: the codes in brackets, or nothing. */
    String suffix() {
        return codes.isEmpty() ? "" : " " + codes;
    }

    /** The error without its prose. */
    @Override
    public String toString() {
        return "ProviderError" + codes;
    }
}
