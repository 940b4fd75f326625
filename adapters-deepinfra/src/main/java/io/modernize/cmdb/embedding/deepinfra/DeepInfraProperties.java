package io.modernize.cmdb.embedding.deepinfra;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the hosted model. The API key is not among them: Boot quotes a value that it cannot bind in its report,
 * so the key is read from the environment directly.
 *
 * @param baseUrl where {@code /embeddings} lies
 * @param model the provider's name of the model
 * @param dimensions fewer than native for models trained for it; native ones for a model that is not known here
 * @param queryPrefix put before queries instead of what the model's authors say
 * @param documentPrefix put before documents, for a model that is not known here
 * @param maxInputTokens context of a model that is not known here
 * @param encodingFormat how vectors travel
 * @param connectTimeout for the connection alone
 * @param documents patience with documents: a job asks, and better waits than fails
 * @param queries patience with queries: a user waits
 */
@ConfigurationProperties(DeepInfraProperties.PREFIX)
record DeepInfraProperties(
        @DefaultValue("https://api.deepinfra.com/v1/openai") URI baseUrl,
        @DefaultValue("BAAI/bge-base-en-v1.5") String model,
        @Nullable Integer dimensions,
        @Nullable String queryPrefix,
        @Nullable String documentPrefix,
        @Nullable Integer maxInputTokens,
        @DefaultValue("base64") EncodingFormat encodingFormat,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue Documents documents,
        @DefaultValue Queries queries) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static final String PREFIX = "cmdb.embedding.deepinfra";

    DeepInfraProperties {
        boolean safe = "https".equals(baseUrl.getScheme())
                || ("http".equals(baseUrl.getScheme()) && THIS_MACHINE.contains(String.valueOf(baseUrl.getHost())));
        if (!safe || baseUrl.getHost() == null || baseUrl.getUserInfo() != null || baseUrl.getQuery() != null) {
            throw new IllegalArgumentException(PREFIX
                    + ".base-url is an https address (http on this machine only, as the key travels with each request)"
                    + " without user name, password or query");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException(PREFIX + ".model is blank");
        }
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException(PREFIX + ".connect-timeout is positive");
        }
    }

    /** Where requests go. */
    URI embeddingsUri() {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/embeddings");
    }

    /** See {@link Patience}. */
    record Documents(
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("4") int maxAttempts,
            @DefaultValue("500ms") Duration initialBackOff,
            @DefaultValue("30s") Duration maxPause) {
        Patience patience() {
            return new Patience(timeout, maxAttempts, initialBackOff, maxPause);
        }
    }

    /** See {@link Patience}. */
    record Queries(
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("2") int maxAttempts,
            @DefaultValue("200ms") Duration initialBackOff,
            @DefaultValue("2s") Duration maxPause) {
        Patience patience() {
            return new Patience(timeout, maxAttempts, initialBackOff, maxPause);
        }
    }
}
