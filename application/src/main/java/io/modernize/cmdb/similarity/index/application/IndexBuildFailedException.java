package io.modernize.cmdb.similarity.index.application;

/** An index could not be built. The message repeats the words of the database, without tenant data. */
public final class IndexBuildFailedException extends RuntimeException {
    public IndexBuildFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
