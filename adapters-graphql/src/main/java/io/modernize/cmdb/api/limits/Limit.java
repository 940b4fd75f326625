package io.modernize.cmdb.api.limits;

import java.util.LinkedHashMap;
import java.util.Map;

/** The limits of a request: the code of the refusal, what is measured, and what a caller can do about it. */
public enum Limit {
    REQUEST_BYTES("REQUEST_TOO_LARGE", "request-bytes", "bytes of the body", "Ask for less in one request."),
    BATCH_SIZE(
            "BATCH_TOO_LARGE",
            "batch-size",
            "operations in one body",
            "Send each operation as a request of its own, or several fields in one operation."),
    DOCUMENT_CHARACTERS(
            "DOCUMENT_TOO_LONG",
            "document-characters",
            "characters of the document",
            "Shorten the document; pass values as variables."),
    DOCUMENT_TOKENS(
            "DOCUMENT_TOO_LONG",
            "document-tokens",
            "tokens of the document",
            "Shorten the document; pass lists as variables."),
    SELECTIONS(
            "QUERY_TOO_COMPLEX",
            "selections",
            "fields with fragments written out",
            "Ask for fewer fields; spread a fragment fewer times."),
    ALIASES("TOO_MANY_ALIASES", "aliases", "aliases of the document", "Use fewer aliases, in more requests."),
    ROOT_FIELDS(
            "TOO_MANY_ROOT_FIELDS",
            "root-fields",
            "fields at the root of an operation",
            "Spread them over more requests."),
    DIRECTIVES("TOO_MANY_DIRECTIVES", "directives", "directives of the document", "Leave out directives."),
    DEPTH("QUERY_TOO_DEEP", "depth", "levels of nested fields", "Nest fewer fields inside each other."),
    COMPLEXITY(
            "QUERY_TOO_COMPLEX",
            "complexity",
            "points that the request costs",
            "Ask for fewer searches, hits or fields in one request: a search costs " + FieldCosts.SEARCH_COST
                    + ", and topK or first times the fields below. Ask for the lists of engagements by"
                    + " engagement(id)."),
    VARIABLES_DEPTH("VARIABLES_TOO_DEEP", "variables-depth", "levels of nested variables", "Send flatter variables."),
    VARIABLE_VALUES("TOO_MANY_VARIABLES", "variable-values", "values in the variables", "Send fewer variables."),
    REQUESTS_PER_IDENTITY(
            "TOO_MANY_REQUESTS",
            "requests-per-identity",
            "requests of yours under way",
            "Wait for answers before you send more."),
    ANSWER_BYTES(
            "ANSWER_TOO_LARGE",
            "answer-bytes",
            "bytes of the answer",
            "Ask for fewer hits, entries or fields in one request. A mutation of the request may be done."),
    SUBSCRIPTIONS_PER_IDENTITY(
            "TOO_MANY_SUBSCRIPTIONS",
            "subscriptions-per-identity",
            "subscriptions of yours",
            "End a subscription before you begin another."),
    SUBSCRIPTIONS_PER_CLIENT_ACCOUNT(
            "TOO_MANY_SUBSCRIPTIONS",
            "subscriptions-per-client-account",
            "subscriptions of your client account",
            "Try again later, or ask with queries."),
    SUBSCRIPTIONS(
            "TOO_MANY_SUBSCRIPTIONS",
            "subscriptions",
            "subscriptions of this instance",
            "Try again later, or ask with queries."),
    IDENTITY_POINTS(
            "RATE_LIMITED",
            "identity-points-per-minute",
            "points that your requests cost",
            "Send the request again after retryAfterSeconds."),
    CLIENT_ACCOUNT_POINTS(
            "RATE_LIMITED",
            "client-account-points-per-minute",
            "points that the requests of your client account cost",
            "Send the request again after retryAfterSeconds.");

    /** The extension of an error that tells after how many seconds a caller may ask again. */
    public static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    private final String code;
    private final String key;
    private final String measure;
    private final String remedy;

    Limit(String code, String key, String measure, String remedy) {
        this.code = code;
        this.key = key;
        this.measure = measure;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    /** The name in {@code cmdb.api.limits}, in errors and in the table of limits. */
    String key() {
        return key;
    }

    public String message(long maximum) {
        return "Too many " + measure + "; the limit is " + maximum + ".";
    }

    /** The extensions of a refusal, beside its message. */
    public Map<String, Object> extensions(long value, long maximum) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("limit", key);
        extensions.put("value", value);
        extensions.put("maximum", maximum);
        extensions.put("remedy", remedy);
        return extensions;
    }
}
