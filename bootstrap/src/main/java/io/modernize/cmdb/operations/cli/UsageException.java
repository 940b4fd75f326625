package io.modernize.cmdb.operations.cli;

/** A command was called with arguments that cannot be met; the message says which and what to do. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
