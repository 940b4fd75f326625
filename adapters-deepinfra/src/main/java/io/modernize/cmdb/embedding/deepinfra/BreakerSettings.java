package io.modernize.cmdb.embedding.deepinfra;

import java.time.Duration;

/**
 * Settings of when to stop asking.
 *
 * @param window the number of last requests that are looked at, 1 to 1,000
 * @param failures the number of failures among them that suspends, 1 to {@code window}
 * @param pause the time for which nobody asks; doubles each time that the provider still fails afterwards
 * @param maxPause the longest such pause
 */
record BreakerSettings(int window, int failures, Duration pause, Duration maxPause) {}
