package io.modernize.cmdb.benchmarks;

/**
 * The throughput of several threads at once.
 *
 * @param perSecond the searches per second over all rounds
 * @param lowest the searches per second of the slowest round
 * @param highest the searches per second of the fastest round
 * @param p95 the p95 of a single search, in milliseconds
 */
record Throughput(int threads, double perSecond, double lowest, double highest, double p95) {}
