package io.modernize.cmdb.benchmarks;

/**
 * How fast a system takes rows in.
 *
 * @param rows how many were written
 * @param perSecond rows per second over all rounds
 * @param lowest of the slowest round
 * @param highest of the fastest
 */
record WriteMeasurement(String system, int rows, double perSecond, double lowest, double highest) {}
