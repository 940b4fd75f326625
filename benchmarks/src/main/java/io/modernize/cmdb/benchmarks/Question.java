package io.modernize.cmdb.benchmarks;

/**
 * What a person of one client asks.
 *
 * @param text unique; stub models find the vector by it
 * @param vector of length 1; not to be changed
 * @param source the asset that the question is near to, whose attributes are what filters ask for
 */
record Question(String text, int client, float[] vector, Row source) {}
