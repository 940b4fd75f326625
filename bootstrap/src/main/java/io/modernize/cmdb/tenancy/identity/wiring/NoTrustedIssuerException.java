package io.modernize.cmdb.tenancy.identity.wiring;

/** The service has no issuer whose access tokens it can trust, so it must not start. */
public final class NoTrustedIssuerException extends RuntimeException {
    private final boolean issuerMissing;
    private final boolean audiencesMissing;

    public NoTrustedIssuerException(boolean issuerMissing, boolean audiencesMissing) {
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
