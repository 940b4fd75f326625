package io.modernize.cmdb.tenancy.identity.wiring;

import io.modernize.cmdb.tenancy.wiring.LoopbackNames;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An issuer whose access tokens are accepted, with the accepted audiences.
 *
 * @param issuerUri the exact value of the claim {@code iss}
 * @param audiences the accepted audiences; a token names at least one of them in {@code aud}. A token that the same
 *     issuer made for another service, or to describe a user to a client, must be refused
 * @param directoryTenantId the only {@code tid} that the issuer may claim; empty if it speaks for several directories
 */
public record TrustedIssuer(String issuerUri, List<String> audiences, Optional<UUID> directoryTenantId) {
    private static final Pattern ENTRA = Pattern.compile("https://login\\."
            + "(?:microsoftonline\\.com|microsoftonline\\.us|partner\\.microsoftonline\\.cn)/([^/]+)/v2\\.0");
    private static final String ENTRA_V1 = "https://sts.windows.net/";

    public TrustedIssuer {
        audiences = List.copyOf(audiences);
    }

    /**
     * An issuer of the settings. Microsoft Entra ID names the directory in the address of its issuer.
     *
     * @throws InvalidIdentitySettingsException if the address can never be that of a token for this service, or names
     *     another directory than the settings
     */
    static TrustedIssuer of(String issuerUri, List<String> audiences, Optional<UUID> directoryTenantId) {
        requireSafe(issuerUri);
        if (isOfVersion1(issuerUri)) {
            throw new InvalidIdentitySettingsException(
                    "The issuer " + issuerUri + " makes version 1.0 tokens, which are not accepted.",
                    "Set api.requestedAccessTokenVersion to 2 in the manifest of the API's app registration, and"
                            + " register https://login.microsoftonline.com/<directory id>/v2.0.");
        }
        Optional<UUID> inAddress = entraDirectory(issuerUri);
        if (inAddress.isPresent() && directoryTenantId.isPresent() && !inAddress.equals(directoryTenantId)) {
            throw new InvalidIdentitySettingsException(
                    "The address of the issuer " + issuerUri + " names another directory than its directory-tenant-id.",
                    "Leave directory-tenant-id out: the address says it.");
        }
        return new TrustedIssuer(issuerUri, audiences, inAddress.or(() -> directoryTenantId));
    }

    /** Refuses an address whose keys could be replaced on their way. Such keys would sign tokens of any identity. */
    private static void requireSafe(String issuerUri) {
        URI address;
        try {
            address = URI.create(issuerUri);
        } catch (IllegalArgumentException notAnAddress) {
            throw unsafe(issuerUri);
        }
        if (!LoopbackNames.isSafe(address)) {
            throw unsafe(issuerUri);
        }
    }

    private static InvalidIdentitySettingsException unsafe(String issuerUri) {
        return new InvalidIdentitySettingsException(
                "The issuer " + issuerUri + " is not reached by https, so anybody on the way could replace its keys.",
                "Register an address that begins with https. Only an issuer on this machine, such as"
                        + " http://localhost:9000, may do without.");
    }

    private static Optional<UUID> entraDirectory(String issuerUri) {
        Matcher matcher = ENTRA.matcher(issuerUri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(matcher.group(1)));
        } catch (IllegalArgumentException notADirectory) {
            throw new InvalidIdentitySettingsException(
                    "The issuer " + issuerUri + " issues no tokens: " + matcher.group(1) + " is not a directory's id.",
                    "Register each directory with its own issuer, https://login.microsoftonline.com/<directory"
                            + " id>/v2.0.");
        }
    }

    /** Whether the issuer is the one of version 1.0 tokens of Microsoft Entra ID. */
    static boolean isOfVersion1(String issuerUri) {
        return issuerUri.startsWith(ENTRA_V1);
    }
}
