package io.modernize.cmdb.benchmarks;

/** Gives vectors of length 1 by row. */
interface VectorSource {
    int dimensions();

    /** The number of rows that it has vectors for. */
    int limit();

    /** A new array that the caller may keep. */
    float[] vector(int row, int client);
}
