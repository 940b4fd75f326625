package io.modernize.cmdb.tenancy.identity.wiring;

import io.modernize.cmdb.tenancy.wiring.LoopbackNames;
import java.net.URI;
import java.util.List;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;

/**
 * What this service says about itself to applications that look for an issuer (RFC 9728). The address is configured. An
 * address out of the header {@code Host} would be the choice of the caller.
 *
 * @param address the public address of the service: https, or http on a loopback host; without query and fragment
 * @param issuers the addresses of the issuers whose tokens the service accepts
 */
record ProtectedResource(URI address, List<String> issuers) {
    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    ProtectedResource {
        issuers = List.copyOf(issuers);
    }

    /** @throws InvalidIdentitySettingsException if the address can be nobody's public address */
    static ProtectedResource of(String address, List<String> issuers) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException notAnAddress) {
            throw invalid(address);
        }
        if (!LoopbackNames.isSafe(uri)
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null) {
            throw invalid(address);
        }
        return new ProtectedResource(uri, issuers);
    }

    private static InvalidIdentitySettingsException invalid(String address) {
        return new InvalidIdentitySettingsException(
                "cmdb.identity.resource is \"" + address + "\", which is no public address of a service.",
                "Give the address that callers use, for example https://cmdb.example.com, or leave it out. Then the"
                        + " service publishes no metadata.");
    }

    /** The address of the metadata. */
    String metadataAddress() {
        String path = address.getRawPath().equals("/") ? "" : address.getRawPath();
        return address.getScheme() + "://" + address.getRawAuthority() + WELL_KNOWN + path;
    }

    /** Replaces what the framework guesses. Tokens are not bound to certificates here. */
    void describe(OAuth2ProtectedResourceMetadata.Builder metadata) {
        metadata.resource(address.toString());
        metadata.tlsClientCertificateBoundAccessTokens(false);
        issuers.forEach(metadata::authorizationServer);
    }
}
