package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.MeteredVectors;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsEndpoint;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Sends a request when the provider may be asked: within the number of requests that the provider bears, and not while
 * it is known to fail. It reports the outcome to both guards.
 */
final class GuardedEndpoint implements AutoCloseable {
    private final EmbeddingsEndpoint endpoint;
    private final RequestSlots slots;
    private final Breaker breaker;
    private final EmbeddingMetrics metrics;
    private final int firstRequestsAtOnce;

    GuardedEndpoint(EmbeddingsEndpoint endpoint, RequestSlots slots, Breaker breaker, EmbeddingMetrics metrics) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.breaker = breaker;
        this.metrics = metrics;
        this.firstRequestsAtOnce = slots.limit();
        metrics.watch(slots, breaker);
    }

    /**
     * Sends one request. It blocks until the whole answer has come, for the patience's timeout once the request is
     * sent.
     */
    MeteredVectors embed(EmbeddingsRequest request, Urgency urgency, Patience patience) {
        RequestSlots.Slot slot = slots.acquire(urgency, patience);
        Breaker.Pass pass;
        try {
            // Only now, since the provider may have failed while this request waited for its turn.
            pass = breaker.admit();
        } catch (RuntimeException | Error e) {
            slots.ended(slot, Optional.empty());
            throw e;
        }
        long start = System.nanoTime();
        MeteredVectors answer;
        try {
            answer = endpoint.embed(request, patience.timeout());
        } catch (EmbeddingUnavailableException e) {
            metrics.failed(urgency, e.reason(), since(start));
            tell(slot, pass, e);
            throw e;
        } catch (RuntimeException | Error e) {
            // A slot that is not given back is lost for ever, and a trial that is not ended keeps everybody out.
            slots.ended(slot, Optional.empty());
            breaker.saidNothing(pass);
            throw e;
        }
        slots.succeeded(slot);
        breaker.worked(pass);
        metrics.answered(urgency, since(start));
        answer.tokens().ifPresent(metrics::charged);
        return answer;
    }

    /** The number of requests that the provider is believed to bear at once. */
    int requestsAtOnce() {
        return slots.limit();
    }

    /** The number of requests at once that the service begins with, before the provider has told how many it bears. */
    int firstRequestsAtOnce() {
        return firstRequestsAtOnce;
    }

    /** The configured price. Empty if there is none. */
    OptionalDouble pricePerMillionTokens() {
        return metrics.pricePerMillionTokens();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private void tell(RequestSlots.Slot slot, Breaker.Pass pass, EmbeddingUnavailableException e) {
        if (Thread.currentThread().isInterrupted()) {
            // That was us.
            slots.ended(slot, Optional.empty());
            breaker.saidNothing(pass);
            return;
        }
        Duration asked = e.retryAfter().orElse(Duration.ZERO);
        boolean forLong = asked.compareTo(RequestSlots.LONGEST_HOLD) > 0;
        // Who asks for long is left alone by the breaker, which tells callers so at once.
        Optional<Duration> hold = forLong ? Optional.empty() : e.retryAfter();
        switch (e.reason()) {
            case OVERLOADED -> {
                boolean last = slots.wasTooMany(slot, hold);
                if (forLong) {
                    breaker.refused(pass, e, asked);
                } else if (last) {
                    breaker.failed(pass, e);
                } else {
                    // Fewer requests at once are the cure.
                    breaker.saidNothing(pass);
                }
            }
            case UNREACHABLE, INVALID_ANSWER -> {
                slots.ended(slot, hold);
                if (forLong) {
                    breaker.refused(pass, e, asked);
                } else {
                    breaker.failed(pass, e);
                }
            }
            case UNAUTHORISED, PAYMENT_REQUIRED, MODEL_UNKNOWN -> {
                slots.ended(slot, Optional.empty());
                breaker.refused(pass, e, asked);
            }
            case INPUT_REFUSED -> {
                slots.ended(slot, Optional.empty());
                breaker.worked(pass);
            }
            case SUSPENDED -> throw new IllegalStateException("the endpoint itself suspends nothing", e);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
