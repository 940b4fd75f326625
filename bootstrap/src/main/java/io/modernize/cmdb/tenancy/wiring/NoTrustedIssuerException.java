package io.modernize.cmdb.tenancy.wiring;

/** The service does not know whose access tokens to trust, so it must not start. */
final class NoTrustedIssuerException extends RuntimeException {
    private final boolean issuerMissing;
    private final boolean audiencesMissing;

    NoTrustedIssuerException(boolean issuerMissing, boolean audiencesMissing) {
        super("The issuer of access tokens or their audience is not configured");
        this.issuerMissing = issuerMissing;
        this.audiencesMissing = audiencesMissing;
    }

    boolean issuerMissing() {
        return issuerMissing;
    }

    boolean audiencesMissing() {
        return audiencesMissing;
    }
}
