package io.modernize.cmdb.api.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of one request and of one caller. {@code docs/limits.md} has the table with the reasons.
 *
 * @param requestBytes of the body of a GraphQL request: room for 2,000 characters of query text, a filter of 800 values
 *     with 250 characters each, and the document
 * @param documentCharacters of a document
 * @param documentTokens names, values and punctuation of a document; introspection queries of common tools have 600
 * @param selections fields of a document with its fragments written out, which can be exponentially more than it has
 * @param aliases of a document
 * @param rootFields of an operation
 * @param directives of a document
 * @param depth levels of nested fields. Data needs seven
 *     ({@code findSimilarAssets.hits.explanation.text.highlights.passage.text}); the rest is room for the introspection
 *     query of common tools, which asks for wrapped types nine levels deep
 * @param complexity points that a request costs: room for one search of a hundred hits with every field, or nine of a
 *     few; aliases do not multiply it, since each counts
 * @param variablesDepth levels of objects and lists in the variables
 * @param variableValues objects, lists and values in the variables
 * @param timeout of a GraphQL request; its SQL is cancelled then
 * @param requestsPerIdentity of one identity at a time; fewer than the database connections that all share
 * @param requests GraphQL requests in execution at a time, in one instance. Half of the places are for client accounts
 *     that have none
 * @param requestsPerClientAccount requests of one client account in execution at a time
 * @param largeRequestPoints points from which on a request is large
 * @param largeRequests large requests in execution at a time, in one instance; 0 for one for each processor. A client account has at most all but one of them
 * @param waitingRequestsPerClientAccount requests of one client account that wait for a place; more are refused at once
 * @param answerBytes of an answer: room for a page of a hundred assets of the greatest size
 * @param subscriptionsPerIdentity of one identity at a time
 * @param subscriptionsPerClientAccount of one client account at a time, in one instance
 * @param subscriptions of all identities at a time, in one instance
 * @param identityPointsPerMinute points that the requests of one identity may cost, in one instance; 0 for any number
 * @param clientAccountPointsPerMinute points that the requests of all identities may cost while they work for one client
 *     account, in one instance; 0 for any number
 */
@ConfigurationProperties("cmdb.api.limits")
public record ApiLimits(
        @DefaultValue("262144") int requestBytes,
        @DefaultValue("100000") int documentCharacters,
        @DefaultValue("5000") int documentTokens,
        @DefaultValue("2000") int selections,
        @DefaultValue("100") int aliases,
        @DefaultValue("20") int rootFields,
        @DefaultValue("50") int directives,
        @DefaultValue("15") int depth,
        @DefaultValue("10000") int complexity,
        @DefaultValue("8") int variablesDepth,
        @DefaultValue("5000") int variableValues,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("8") int requestsPerIdentity,
        @DefaultValue("8") int requests,
        @DefaultValue("4") int requestsPerClientAccount,
        @DefaultValue("1400") int largeRequestPoints,
        @DefaultValue("0") int largeRequests,
        @DefaultValue("32") int waitingRequestsPerClientAccount,
        @DefaultValue("8388608") int answerBytes,
        @DefaultValue("5") int subscriptionsPerIdentity,
        @DefaultValue("20") int subscriptionsPerClientAccount,
        @DefaultValue("100") int subscriptions,
        @DefaultValue("3000000") long identityPointsPerMinute,
        @DefaultValue("12000000") long clientAccountPointsPerMinute) {

    /**
     * The greatest number of operations in a body. Array bodies are refused: each operation is a request of its own, so
     * that each is limited as one.
     */
    static final int BATCH_SIZE = 1;

    /** The greatest size of a body. Each running request holds its body in memory. */
    private static final int MOST_REQUEST_BYTES = 16 * 1024 * 1024;

    /** The greatest depth of nested fields. The engine evaluates the fields of a request by recursion. */
    private static final int MOST_DEPTH = 100;

    /** The greatest size of an answer. Each running request holds its answer in memory. */
    private static final int MOST_ANSWER_BYTES = 256 * 1024 * 1024;

    private static final int MOST = 10_000_000;

    public ApiLimits {
        require("request-bytes", requestBytes, 1_024, MOST_REQUEST_BYTES);
        require("document-characters", documentCharacters, 100, MOST_REQUEST_BYTES);
        require("document-tokens", documentTokens, 10, 100_000);
        require("selections", selections, 1, 100_000);
        require("aliases", aliases, 0, 100_000);
        require("root-fields", rootFields, 1, 1_000);
        require("directives", directives, 0, 100_000);
        require("depth", depth, 1, MOST_DEPTH);
        require("complexity", complexity, 1, MOST);
        require("variables-depth", variablesDepth, 1, MOST_DEPTH);
        require("variable-values", variableValues, 1, 1_000_000);
        require("timeout", timeout.toMillis(), 100, 600_000);
        require("requests-per-identity", requestsPerIdentity, 1, 100_000);
        require("requests", requests, 1, 1_000);
        require("requests-per-client-account", requestsPerClientAccount, 1, 1_000);
        require("large-request-points", largeRequestPoints, 1, MOST);
        require("large-requests", largeRequests, 0, 1_000);
        require("waiting-requests-per-client-account", waitingRequestsPerClientAccount, 0, 100_000);
        require("answer-bytes", answerBytes, 1_024, MOST_ANSWER_BYTES);
        require("subscriptions-per-identity", subscriptionsPerIdentity, 0, 10_000);
        require("subscriptions-per-client-account", subscriptionsPerClientAccount, 0, 100_000);
        require("subscriptions", subscriptions, 0, 100_000);
        // At least one request of the greatest cost must fit.
        int greatestCost = Math.max(complexity, Math.toIntExact(RequestCosts.OTHER));
        requirePoints("identity-points-per-minute", identityPointsPerMinute, greatestCost);
        requirePoints("client-account-points-per-minute", clientAccountPointsPerMinute, greatestCost);
    }

    /** The configured maximum of a limit. */
    public long of(Limit limit) {
        return switch (limit) {
            case REQUEST_BYTES -> requestBytes;
            case BATCH_SIZE -> BATCH_SIZE;
            case DOCUMENT_CHARACTERS -> documentCharacters;
            case DOCUMENT_TOKENS -> documentTokens;
            case SELECTIONS -> selections;
            case ALIASES -> aliases;
            case ROOT_FIELDS -> rootFields;
            case DIRECTIVES -> directives;
            case DEPTH -> depth;
            case COMPLEXITY -> complexity;
            case VARIABLES_DEPTH -> variablesDepth;
            case VARIABLE_VALUES -> variableValues;
            case REQUESTS_PER_IDENTITY -> requestsPerIdentity;
            case ANSWER_BYTES -> answerBytes;
            case SUBSCRIPTIONS_PER_IDENTITY -> subscriptionsPerIdentity;
            case SUBSCRIPTIONS_PER_CLIENT_ACCOUNT -> subscriptionsPerClientAccount;
            case SUBSCRIPTIONS -> subscriptions;
            case IDENTITY_POINTS -> identityPointsPerMinute;
            case CLIENT_ACCOUNT_POINTS -> clientAccountPointsPerMinute;
        };
    }

    /** Refuses a document or its variables if the value exceeds the limit. */
    public void check(Limit limit, long value) {
        if (value > of(limit)) {
            throw new LimitExceededException(limit, value, of(limit));
        }
    }

    private static void require(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "cmdb.api.limits.%s is %d; it must be from %d to %d".formatted(name, value, least, most));
        }
    }

    private static void requirePoints(String name, long value, int complexity) {
        if (value != 0) {
            require(name, value, 2L * complexity, Long.MAX_VALUE / 1_000);
        }
    }
}
