package io.modernize.cmdb.embedding.deepinfra;

/** The application cannot start with these settings. The message says what to set, and holds no secret. */
final class InvalidSettingsException extends RuntimeException {
    InvalidSettingsException(String message) {
        super(message);
    }
}
