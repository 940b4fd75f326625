package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops asking a provider that fails. A job that is told so can pause instead of failing asset by asset, and the
 * provider can recover. After the pause one request is let through, and its outcome decides for all.
 *
 * <p>The class is safe for concurrent use. It is not a library's breaker, because Resilience4j's does not tell how much
 * longer it stays open, and callers have to be told. It also takes the outcome of any request for that of its trial,
 * while hundreds from before the pause may still be running here.
 */
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    /** The time that callers are told while one request tries the provider. Such a request takes about as long. */
    private static final Duration TRIAL = Duration.ofSeconds(1);

    /**
     * The right to ask.
     *
     * @param period the number of openings and closings; the outcome of a request from an earlier period is ignored
     */
    record Pass(long period) {}

    private sealed interface State {
        /** Everybody may ask. */
        record Closed() implements State {}

        /** Nobody may ask until that time. */
        record Open(Instant until, Duration pause, EmbeddingUnavailableException cause) implements State {}

        /** One request tries the provider on behalf of all. */
        record Trying(Duration lastPause, EmbeddingUnavailableException cause) implements State {}
    }

    private final BreakerSettings settings;
    private final Clock clock;
    private final BitSet failed;
    private int next;
    private State state = new State.Closed();
    private long period;

    Breaker(BreakerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.failed = new BitSet(settings.window());
    }

    /**
     * Lets a request pass. The caller has to report its outcome once.
     *
     * @throws EmbeddingUnavailableException if nobody may ask, with the time left as {@code retryAfter}. Its reason is
     *     {@code SUSPENDED} if the failure may pass by itself; a failure that an operator has to correct keeps its own
     *     reason
     */
    synchronized Pass admit() {
        return switch (state) {
            case State.Closed closed -> new Pass(period);
            case State.Open open -> {
                Duration left = Duration.between(clock.instant(), open.until());
                if (left.isPositive()) {
                    throw refusal(left, open.cause());
                }
                become(new State.Trying(open.pause(), open.cause()));
                yield new Pass(period);
            }
            case State.Trying trying -> throw refusal(TRIAL, trying.cause());
        };
    }

    /** Reports that the provider works, even if it refused the inputs. */
    synchronized void worked(Pass pass) {
        if (pass.period() != period) {
            return;
        }
        switch (state) {
            case State.Closed closed -> note(false);
            case State.Trying trying -> {
                LOG.info("DeepInfra answers again");
                become(new State.Closed());
            }
            case State.Open open -> throw new IllegalStateException("nobody was let through");
        }
    }

    /** Reports that the provider failed. It may then be left alone. */
    synchronized void failed(Pass pass, EmbeddingUnavailableException cause) {
        if (pass.period() != period) {
            return;
        }
        switch (state) {
            case State.Closed closed -> {
                note(true);
                if (failed.cardinality() >= settings.failures()) {
                    open(settings.pause(), cause);
                }
            }
            case State.Trying trying -> open(doubled(trying.lastPause()), cause);
            case State.Open open -> throw new IllegalStateException("nobody was let through");
        }
    }

    /**
     * Reports that the next request would fail as this one has.
     *
     * @param asked the time for which nobody should ask; zero if the provider does not tell. It is kept within the
     *     bounds of the settings, so that a nonsensical header cannot stop a job for a day
     */
    synchronized void refused(Pass pass, EmbeddingUnavailableException cause, Duration asked) {
        if (pass.period() != period) {
            return;
        }
        Duration pause = state instanceof State.Trying trying ? doubled(trying.lastPause()) : settings.pause();
        Duration heeded = asked.compareTo(settings.maxPause()) < 0 ? asked : settings.maxPause();
        open(heeded.compareTo(pause) > 0 ? heeded : pause, cause);
    }

    /** Reports that the request tells nothing of the provider, or was never sent. */
    synchronized void saidNothing(Pass pass) {
        if (pass.period() == period && state instanceof State.Trying trying) {
            // The next one finds out.
            become(new State.Open(clock.instant(), trying.lastPause(), trying.cause()));
        }
    }

    /** Whether requests are refused now. */
    synchronized boolean isOpen() {
        return !(state instanceof State.Closed);
    }

    private void note(boolean failure) {
        failed.set(next, failure);
        next = (next + 1) % settings.window();
    }

    private void open(Duration pause, EmbeddingUnavailableException cause) {
        LOG.warn("DeepInfra is not asked for {} s: {}", pause.toSeconds(), cause.getMessage());
        become(new State.Open(clock.instant().plus(pause), pause, cause));
    }

    private void become(State newState) {
        state = newState;
        period++;
        failed.clear();
        next = 0;
    }

    private Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(settings.maxPause()) < 0 ? twice : settings.maxPause();
    }

    private static EmbeddingUnavailableException refusal(Duration left, EmbeddingUnavailableException cause) {
        return new EmbeddingUnavailableException(
                reason(cause.reason()),
                "DeepInfra is not asked for another " + Math.max(1, left.toSeconds()) + " s, after: "
                        + cause.getMessage(),
                left,
                cause);
    }

    private static Reason reason(Reason cause) {
        return switch (cause) {
            case UNAUTHORISED, PAYMENT_REQUIRED, MODEL_UNKNOWN -> cause;
            case INPUT_REFUSED, OVERLOADED, UNREACHABLE, SUSPENDED, INVALID_ANSWER -> Reason.SUSPENDED;
        };
    }
}
