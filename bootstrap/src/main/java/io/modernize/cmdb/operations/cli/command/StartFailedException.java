package io.modernize.cmdb.operations.cli.command;

/** The application did not start; {@code SpringApplication} has said why already. */
public final class StartFailedException extends RuntimeException {
    StartFailedException(RuntimeException cause) {
        super("the application did not start", cause);
    }
}
