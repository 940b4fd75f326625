package io.modernize.cmdb.similarity.index.application;

/** An index could not be built. Its message says what the database said, without tenant data. */
public final class IndexBuildFailedException extends RuntimeException {
    public IndexBuildFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
