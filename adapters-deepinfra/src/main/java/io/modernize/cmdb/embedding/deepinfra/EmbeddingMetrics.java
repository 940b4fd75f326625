package io.modernize.cmdb.embedding.deepinfra;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The metrics for operators, each by {@code model}. Their names begin with {@code cmdb.embedding.}. */
final class EmbeddingMetrics {
    private static final String PREFIX = "cmdb.embedding.";
    private static final double MILLION = 1_000_000;

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter tokens;
    private final @Nullable Counter cost;
    private final double pricePerMillionTokens;
    private final Counter retries;
    private final Counter throttled;

    /** @param pricePerMillionTokens the price in the currency {@code cmdb.embedding.currency}; empty for no metric of costs */
    EmbeddingMetrics(MeterRegistry registry, String model, OptionalDouble pricePerMillionTokens) {
        this.registry = registry;
        this.tags = Tags.of("provider", ChosenModel.PROVIDER, "model", model);
        this.tokens = Counter.builder(PREFIX + "tokens")
                .description("Tokens that the provider says it charges")
                .baseUnit("tokens")
                .tags(tags)
                .register(registry);
        this.pricePerMillionTokens = pricePerMillionTokens.orElse(0);
        this.cost = pricePerMillionTokens.isEmpty()
                ? null
                : Counter.builder(PREFIX + "cost")
                        .description("Tokens times the configured price, in the currency of that price")
                        .tags(tags)
                        .register(registry);
        this.retries = Counter.builder(PREFIX + "retries")
                .description("Requests that repeat a failed one")
                .tags(tags)
                .register(registry);
        this.throttled = Counter.builder(PREFIX + "throttled")
                .description("Requests that were one too many")
                .tags(tags)
                .register(registry);
    }

    /** The configured price. Empty if there is none. */
    OptionalDouble pricePerMillionTokens() {
        return cost == null ? OptionalDouble.empty() : OptionalDouble.of(pricePerMillionTokens);
    }

    /** Shows how many requests are running, how many may run, and whether none may. */
    void watch(RequestSlots slots, Breaker breaker) {
        Gauge.builder(PREFIX + "requests.in.flight", slots, RequestSlots::inFlight)
                .description("Requests under way")
                .tags(tags)
                .register(registry);
        Gauge.builder(PREFIX + "requests.limit", slots, RequestSlots::limit)
                .description("Requests that the provider is believed to bear at once")
                .tags(tags)
                .register(registry);
        Gauge.builder(PREFIX + "suspended", breaker, watched -> watched.isOpen() ? 1 : 0)
                .description("1 while the provider is not asked, as it fails")
                .tags(tags)
                .register(registry);
    }

    void answered(Urgency urgency, Duration took) {
        request(urgency, "answered", took);
    }

    void failed(Urgency urgency, Reason reason, Duration took) {
        request(urgency, reason.name().toLowerCase(Locale.ROOT), took);
        if (reason == Reason.OVERLOADED) {
            throttled.increment();
        }
    }

    void charged(long chargedTokens) {
        tokens.increment(chargedTokens);
        if (cost != null) {
            cost.increment(chargedTokens * pricePerMillionTokens / MILLION);
        }
    }

    void retried() {
        retries.increment();
    }

    private void request(Urgency urgency, String outcome, Duration took) {
        Timer.builder(PREFIX + "requests")
                .description("Requests sent, by their outcome")
                .tags(tags.and("for", urgency.tag(), "outcome", outcome))
                .register(registry)
                .record(took);
    }
}
