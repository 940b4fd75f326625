package io.modernize.cmdb.operations.cli.command;

/** A command was called with arguments that cannot be met; the message says which and what to do. */
public final class UsageException extends RuntimeException {
    public UsageException(String message) {
        super(message);
    }
}
