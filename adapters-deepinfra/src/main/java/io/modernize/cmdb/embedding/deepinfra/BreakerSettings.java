package io.modernize.cmdb.embedding.deepinfra;

import java.time.Duration;

/**
 * When to stop asking.
 *
 * @param window last requests that are looked at, 1 to 1,000
 * @param failures of these that suspend, 1 to {@code window}
 * @param pause for so long nobody asks; doubles each time that the provider still fails afterwards
 * @param maxPause longest such pause
 */
record BreakerSettings(int window, int failures, Duration pause, Duration maxPause) {}
