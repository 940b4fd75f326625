package io.modernize.cmdb.operations.cli;

/** The application did not start; {@code SpringApplication} has said why already. */
final class StartFailedException extends RuntimeException {
    StartFailedException(RuntimeException cause) {
        super("the application did not start", cause);
    }
}
