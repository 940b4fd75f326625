package io.modernize.cmdb.benchmarks;

/**
 * A question of a person of one client.
 *
 * @param text unique; stub models find the vector by it
 * @param vector of length 1; not to be changed
 * @param source the asset that the question is near to; filters ask for its attributes
 */
record Question(String text, int client, float[] vector, Row source) {}
