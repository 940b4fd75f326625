package io.modernize.cmdb.benchmarks;

/**
 * Searches by several threads at once.
 *
 * @param perSecond over all rounds
 * @param lowest of the slowest round, searches per second
 * @param highest of the fastest
 * @param p95 of a single search, in milliseconds
 */
record Throughput(int threads, double perSecond, double lowest, double highest, double p95) {}
