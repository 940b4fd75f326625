package io.modernize.cmdb.testsupport.deepinfra;

import org.jspecify.annotations.Nullable;

/**
 * How many requests the provider takes at once.
 *
 * @param requests beyond so many the answer is 429
 * @param retryAfter the header {@code Retry-After} of that answer; null for none
 */
record ConcurrencyLimit(int requests, @Nullable String retryAfter) {
    boolean isExceededBy(int inFlight) {
        return inFlight > requests;
    }

    Fault.Answer refusal() {
        Fault.Answer answer = Fault.status(429);
        return retryAfter == null ? answer : answer.with("Retry-After", retryAfter);
    }
}
