package io.modernize.cmdb.tenancy.identity.wiring;

/** The settings of {@code cmdb.identity} contradict each other or are incomplete, so the service must not start. */
final class InvalidIdentitySettingsException extends RuntimeException {
    private final String remedy;

    InvalidIdentitySettingsException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
