package io.modernize.cmdb.operations.cli.command;

/** The exit codes of commands, beyond picocli's 0 (done), 1 (failed) and 2 (wrong usage). */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** The command is done, but some rows were rejected. */
    public static final int ROWS_REJECTED = 3;
    /** Nothing was done, because the input cannot be used. */
    public static final int REFUSED = 4;
    /** Another process is doing the same work. */
    public static final int BUSY = 5;
    /** The command stopped half-way. The same command continues. */
    public static final int INTERRUPTED = 6;
    /** The command is done, but the recall of a client account is below the target. */
    public static final int TARGET_MISSED = 7;
    /**
     * The command stopped half-way. The same command continues when the key, the account or the settings are corrected.
     */
    public static final int OPERATOR_NEEDED = 8;
    /** The command stopped half-way. The same command continues on the next day. */
    public static final int BUDGET_SPENT = 9;

    /** How the help text of a command begins to explain its exit codes. */
    public static final String HELP_HEAD = "Exit codes:\n  " + DONE + " done\n  " + FAILED + " failed";

    private ExitCodes() {}
}
