package io.modernize.cmdb.embedding.deepinfra;

/** The application cannot start with these settings. The message tells what to set, and has no secret. */
final class InvalidSettingsException extends RuntimeException {
    InvalidSettingsException(String message) {
        super(message);
    }
}
