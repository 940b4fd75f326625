package io.modernize.cmdb.benchmarks;

/** Vectors of length 1 by row. */
interface VectorSource {
    int dimensions();

    /** How many rows it has vectors for. */
    int limit();

    /** A new array that the caller may keep. */
    float[] vector(int row, int client);
}
