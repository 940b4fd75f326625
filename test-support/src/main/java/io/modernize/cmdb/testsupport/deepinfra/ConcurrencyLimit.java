package io.modernize.cmdb.testsupport.deepinfra;

import org.jspecify.annotations.Nullable;

/**
 * The number of requests that the provider takes at once.
 *
 * @param requests the number of requests; more are answered with 429
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
