package io.modernize.cmdb.tenancy.application;

/** Ends work that took longer than {@link TimeLeft} allowed. Its changes in the database are rolled back. */
public final class OutOfTimeException extends RuntimeException {
    public OutOfTimeException() {
        super("the time for this work is over");
    }

    public OutOfTimeException(Throwable cancelled) {
        super("the time for this work is over", cancelled);
    }
}
