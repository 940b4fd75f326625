package io.modernize.cmdb.embedding.application;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model gave no usable vectors. An exception and not a value, since no caller can do anything but give up this
 * call; {@link #isTransient} says whether trying again makes sense. The message is fit for operators and holds neither keys
 * nor the texts.
 */
public final class EmbeddingUnavailableException extends RuntimeException {
    /** Why. */
    public enum Reason {
        /** Key missing or refused. */
        UNAUTHORISED,
        /** The provider wants to be paid. */
        PAYMENT_REQUIRED,
        /** The provider does not serve this model. */
        MODEL_UNKNOWN,
        /** The provider refuses these inputs; the same call will fail again. */
        INPUT_REFUSED,
        /** Too many requests, or the model is busy. */
        OVERLOADED,
        /** Server errors, time-outs, broken connections. */
        UNREACHABLE,
        /**
         * The provider was not asked, as too many requests have failed lately. Calls fail so at once until
         * {@link #retryAfter} has passed: a job should pause as long, and lose nothing. The cause is the last failure.
         */
        SUSPENDED,
        /** An answer that breaks the protocol: wrong count, order, dimensions, numbers that are not finite. */
        INVALID_ANSWER
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    public EmbeddingUnavailableException(Reason reason, String message) {
        this(reason, message, null, null);
    }

    public EmbeddingUnavailableException(
            Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** How long to wait before asking again, where the provider says so or it is not being asked; not negative. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the same call may succeed later. */
    public boolean isTransient() {
        return switch (reason) {
            case OVERLOADED, UNREACHABLE, SUSPENDED, INVALID_ANSWER -> true;
            case UNAUTHORISED, PAYMENT_REQUIRED, MODEL_UNKNOWN, INPUT_REFUSED -> false;
        };
    }
}
