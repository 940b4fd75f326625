package io.modernize.cmdb.embedding;

/** The measure of the distance between two vectors of a space. */
public enum Distance {
    /**
     * The cosine distance, which is 1 minus the cosine similarity: from 0 (same direction) to 2 (opposite). Lower is
     * more alike.
     */
    COSINE
}
