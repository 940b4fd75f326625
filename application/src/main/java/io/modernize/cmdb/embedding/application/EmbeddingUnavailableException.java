package io.modernize.cmdb.embedding.application;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model gave no usable vectors. This is an exception and not a value, since no caller can do anything but give up
 * the call. {@link #isTransient} tells whether trying again makes sense. The message is fit for operators and contains
 * neither keys nor texts.
 */
public final class EmbeddingUnavailableException extends RuntimeException {
    /** The reason of the failure. */
    public enum Reason {
        /** The key is missing or was refused. */
        UNAUTHORISED,
        /** The provider wants to be paid. */
        PAYMENT_REQUIRED,
        /** The provider does not have this model. */
        MODEL_UNKNOWN,
        /** The provider refuses these inputs. The same call will fail again. */
        INPUT_REFUSED,
        /** There are too many requests, or the model is busy. */
        OVERLOADED,
        /** There was a server error, a time-out or a broken connection. */
        UNREACHABLE,
        /**
         * The provider was not asked, because too many requests have failed lately. Calls fail at once until {@link
         * #retryAfter} has passed. A job should pause as long, and loses nothing. The cause is the last failure.
         */
        SUSPENDED,
        /** The answer breaks the protocol: wrong count, order or dimensions, or numbers that are not finite. */
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

    /** The time to wait before asking again, if the provider names one or is not being asked. It is not negative. */
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
