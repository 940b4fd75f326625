package io.modernize.cmdb.operations.cli.command;

/** A command was called with arguments that it cannot follow. The message names them and tells what to do. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
