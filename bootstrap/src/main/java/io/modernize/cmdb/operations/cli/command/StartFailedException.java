package io.modernize.cmdb.operations.cli.command;

/** The application did not start. {@code SpringApplication} has already told why. */
public final class StartFailedException extends RuntimeException {
    StartFailedException(RuntimeException cause) {
        super("the application did not start", cause);
    }
}
