package io.modernize.cmdb.embedding.application;

/**
 * How long a model is busy with a query. Queries of different lengths have places of their own, so that a short query
 * never waits for the end of a long one.
 */
public enum QueryLength {
    SHORT,
    /** The query takes so many times as long as a short one that the short one must not wait for it. */
    LONG
}
