package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.protocol.deepinfra.EncodingFormat;
import io.modernize.cmdb.embedding.protocol.deepinfra.RequestPlan;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;
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
 * @param pricePerMillionTokens in the currency {@code cmdb.embedding.currency}; there are no costs without it
 * @param concurrency how many requests are under way at once, of queries and documents together
 * @param breaker when the provider is left alone
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
        @Nullable Double pricePerMillionTokens,
        @DefaultValue Concurrency concurrency,
        @DefaultValue Suspension breaker,
        @DefaultValue Documents documents,
        @DefaultValue Queries queries) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    /** The longest time. No request, pause or connection is worth waiting longer for. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * The highest price. It is a thousand times DeepInfra's price of any embedding, so a higher one is a typing error.
     */
    private static final int MOST_EXPENSIVE = 20;

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
        Bounds.check("connect-timeout", connectTimeout, MILLISECOND, Duration.ofMinutes(1));
        // Written so that NaN is refused too.
        if (pricePerMillionTokens != null && !(pricePerMillionTokens >= 0 && pricePerMillionTokens <= MOST_EXPENSIVE)) {
            throw new IllegalArgumentException(PREFIX + ".price-per-million-tokens is " + pricePerMillionTokens
                    + "; allowed are 0 to " + MOST_EXPENSIVE);
        }
    }

    ModelSettings modelSettings() {
        return new ModelSettings(PREFIX + ".", model, dimensions, queryPrefix, documentPrefix, maxInputTokens);
    }

    /** The address of requests. */
    URI embeddingsUri() {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/embeddings");
    }

    /** The price. Empty if none is set. */
    OptionalDouble price() {
        return pricePerMillionTokens == null ? OptionalDouble.empty() : OptionalDouble.of(pricePerMillionTokens);
    }

    /**
     * Settings of {@link RequestSlots}.
     *
     * @param maximum the greatest number; DeepInfra allows 200 for each model and account, more on request
     * @param initial the number to begin with, grown from there until the first 429; no more than the maximum is used
     */
    record Concurrency(
            @DefaultValue("200") int maximum,
            @DefaultValue("16") int initial) {
        Concurrency {
            Bounds.check("concurrency.maximum", maximum, 1, 1_000);
            Bounds.check("concurrency.initial", initial, 1, 1_000);
        }

        /** The number to begin with. A lower maximum lowers it, too. */
        int first() {
            return Math.min(initial, maximum);
        }
    }

    /** Settings of {@link BreakerSettings}. */
    record Suspension(
            @DefaultValue("20") int window,
            @DefaultValue("10") int failures,
            @DefaultValue("30s") Duration pause,
            @DefaultValue("5m") Duration maxPause) {
        Suspension {
            Bounds.check("breaker.window", window, 1, 1_000);
            Bounds.check("breaker.failures", failures, 1, window);
            Bounds.check("breaker.pause", pause, Duration.ofSeconds(1), Duration.ofHours(1));
            Bounds.check("breaker.max-pause", maxPause, pause, Duration.ofHours(1));
        }

        BreakerSettings settings() {
            return new BreakerSettings(window, failures, pause, maxPause);
        }
    }

    /**
     * Settings of {@link Patience}, and of how documents are spread over requests.
     *
     * @param maxInputs the inputs of one request: few enough that the requests of a call run side by side
     * @param maxCharacters the characters of one request, which bound its tokens
     */
    record Documents(
            @DefaultValue("60s") Duration timeout,
            @DefaultValue("4") int maxAttempts,
            @DefaultValue("500ms") Duration initialBackOff,
            @DefaultValue("30s") Duration maxPause,
            @DefaultValue("128") int maxInputs,
            @DefaultValue("250000") int maxCharacters) {
        Documents {
            checkPatience("documents", timeout, maxAttempts, initialBackOff, maxPause);
            Bounds.check("documents.max-inputs", maxInputs, 1, RequestPlan.MAX_INPUTS);
            Bounds.check("documents.max-characters", maxCharacters, 1_000, RequestPlan.MAX_CHARACTERS);
        }

        Patience patience() {
            return new Patience(timeout, maxAttempts, initialBackOff, maxPause);
        }
    }

    /** Settings of {@link Patience}. */
    record Queries(
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("2") int maxAttempts,
            @DefaultValue("200ms") Duration initialBackOff,
            @DefaultValue("2s") Duration maxPause) {
        Queries {
            checkPatience("queries", timeout, maxAttempts, initialBackOff, maxPause);
        }

        Patience patience() {
            return new Patience(timeout, maxAttempts, initialBackOff, maxPause);
        }
    }

    private static void checkPatience(
            String group, Duration timeout, int maxAttempts, Duration initialBackOff, Duration maxPause) {
        Bounds.check(group + ".timeout", timeout, MILLISECOND, LONGEST);
        Bounds.check(group + ".max-attempts", maxAttempts, 1, Patience.MOST_ATTEMPTS);
        Bounds.check(group + ".initial-back-off", initialBackOff, Duration.ZERO, LONGEST);
        Bounds.check(group + ".max-pause", maxPause, Duration.ZERO, LONGEST);
    }
}
