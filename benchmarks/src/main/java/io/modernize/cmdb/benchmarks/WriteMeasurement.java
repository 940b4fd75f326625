package io.modernize.cmdb.benchmarks;

/**
 * The speed at which a system takes rows.
 *
 * @param rows the number of written rows
 * @param perSecond rows per second over all rounds
 * @param lowest the rows per second of the slowest round
 * @param highest the rows per second of the fastest round
 */
record WriteMeasurement(String system, int rows, double perSecond, double lowest, double highest) {}
