package io.modernize.cmdb.jobs;

/** What a job does. */
public enum JobKind {
    /** Stores the rows of an uploaded file. */
    IMPORT,
    /** Embeds assets that are new or have changed. */
    EMBEDDING,
    /** Looks for assets that were recorded twice. */
    DUPLICATES,
    /** Builds, replaces and drops the client account's HNSW indexes. */
    REINDEX,
    /** Measures recall and sets the knobs that hold it. */
    AUDIT,
    /** Fills another embedding space and compares it with the one that is searched. */
    MIGRATION,
    /** Deletes everything of an engagement. */
    OFFBOARDING
}
