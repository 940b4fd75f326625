package io.modernize.cmdb.operations.cli.command;

/** What a command's exit code tells a script, beyond picocli's 0 (done), 1 (failed) and 2 (wrong usage). */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** Done, but some rows were rejected. */
    public static final int ROWS_REJECTED = 3;
    /** Nothing was done: the input cannot be used. */
    public static final int REFUSED = 4;
    /** Another process does the same work right now. */
    public static final int BUSY = 5;
    /** Stopped half-way; the same command goes on. */
    public static final int INTERRUPTED = 6;
    /** Done, but a client account's recall is below the target. */
    public static final int TARGET_MISSED = 7;
    /** Stopped half-way; the same command goes on once key, account or settings are mended. */
    public static final int OPERATOR_NEEDED = 8;
    /** Stopped half-way; the same command goes on tomorrow. */
    public static final int BUDGET_SPENT = 9;

    private ExitCodes() {}
}
