package io.modernize.cmdb.tenancy.identity.wiring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which settings are missing and what to set. */
final class NoTrustedIssuerFailureAnalyzer extends AbstractFailureAnalyzer<NoTrustedIssuerException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoTrustedIssuerException cause) {
        List<String> missing = new ArrayList<>();
        if (cause.issuerMissing()) {
            missing.add("spring.security.oauth2.resourceserver.jwt.issuer-uri");
        }
        if (cause.audiencesMissing()) {
            missing.add("spring.security.oauth2.resourceserver.jwt.audiences");
        }
        return new FailureAnalysis(
                "The service does not know whose access tokens to trust. Not set: " + String.join(" and ", missing)
                        + ".",
                "Set spring.security.oauth2.resourceserver.jwt.issuer-uri to the exact iss claim of your identity"
                    + " provider (Microsoft Entra ID: https://login.microsoftonline.com/<directory id>/v2.0) and"
                    + " spring.security.oauth2.resourceserver.jwt.audiences to the aud claim of tokens for this"
                    + " service (Microsoft Entra ID: the API's client id), or cmdb.identity.issuers for several. To"
                    + " try the service on this machine with an identity provider of its own and demo users, start it"
                    + " with spring.profiles.active=local.",
                cause);
    }
}
