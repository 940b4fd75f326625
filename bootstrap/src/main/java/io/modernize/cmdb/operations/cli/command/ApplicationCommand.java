package io.modernize.cmdb.operations.cli.command;

import java.io.IOException;
import java.io.PrintWriter;

/** A command that works with the application. The command line starts the application for it, and closes it afterwards. */
public interface ApplicationCommand {
    /**
     * Throws {@link UsageException} for what the command cannot follow whatever the application says. The start of the
     * application takes seconds, so nobody should wait for it first.
     */
    default void check() throws IOException {}

    /**
     * Does the work, and returns the exit code.
     *
     * @param out for people and scripts; the command line flushes it at the end
     */
    int work(StartedApplication application, PrintWriter out) throws IOException;
}
