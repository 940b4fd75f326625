package io.modernize.cmdb.embedding;

/** How far apart two vectors of a space lie. */
public enum Distance {
    /** 1 minus cosine similarity: from 0 (same direction) to 2 (opposite), lower is more alike. */
    COSINE
}
