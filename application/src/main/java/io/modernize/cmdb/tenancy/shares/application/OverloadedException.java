package io.modernize.cmdb.tenancy.shares.application;

import java.time.Duration;

/** Refuses work for which there is no place now. Nothing of the work was done, so the caller can try it again. */
public final class OverloadedException extends RuntimeException {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final transient Duration retryAfter;

    /** @param what there is too much of, for people, such as "searches wait already" */
    public OverloadedException(String what) {
        this(what, SOON);
    }

    /** @param retryAfter the time after which another try makes sense */
    public OverloadedException(String what, Duration retryAfter) {
        super(what);
        this.retryAfter = retryAfter;
    }

    /** The time after which another try makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
