package io.modernize.cmdb.tenancy.identity.wiring;

import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.TokenGrants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;

/**
 * Settings of the issuers whose access tokens are accepted, and of the meaning of values in tokens.
 *
 * @param issuers the issuers besides the one of {@code spring.security.oauth2.resourceserver.jwt}, if that is set
 * @param grants keys of permissions, or {@code *} for all, by a value of the claims {@code roles} and {@code scp}
 * @param keys the settings of issuers' keys, and their greatest age
 * @param resource the public address of the service, which its metadata names; empty if it publishes no metadata
 */
@ConfigurationProperties("cmdb.identity")
public record IdentityProperties(
        @DefaultValue List<Issuer> issuers,
        @DefaultValue Map<String, List<String>> grants,
        @DefaultValue IssuerKeys.Freshness keys,
        @DefaultValue("") String resource) {
    private static final String PREFIX = "cmdb.identity.";
    private static final String EVERY_PERMISSION = "*";

    public IdentityProperties {
        issuers = List.copyOf(issuers);
        grants = Map.copyOf(grants);
    }

    /**
     * All issuers of the settings.
     *
     * @param single the issuer of Spring's own settings, which may be the only one
     * @throws NoTrustedIssuerException if there is none, or the single one is incomplete
     * @throws InvalidIdentitySettingsException if one of the others is incomplete, or they contradict each other
     */
    public TrustedIssuers trustedIssuers(OAuth2ResourceServerProperties.Jwt single) {
        List<TrustedIssuer> all = new ArrayList<>();
        List<String> audiences = filled(single.getAudiences());
        String issuerUri = Objects.requireNonNullElse(single.getIssuerUri(), "");
        boolean anyOfIt = !issuerUri.isBlank() || !audiences.isEmpty();
        if (anyOfIt || issuers.isEmpty()) {
            if (issuerUri.isBlank() || audiences.isEmpty()) {
                throw new NoTrustedIssuerException(issuerUri.isBlank(), audiences.isEmpty());
            }
            all.add(TrustedIssuer.of(issuerUri, audiences, Optional.empty()));
        }
        for (int i = 0; i < issuers.size(); i++) {
            all.add(issuers.get(i).trusted(PREFIX + "issuers[" + i + "]."));
        }
        return new TrustedIssuers(all);
    }

    /**
     * What the service says about itself. Empty if no public address is configured.
     *
     * @param single the issuer of Spring's own settings
     * @throws InvalidIdentitySettingsException if the address can be nobody's public address
     */
    Optional<ProtectedResource> protectedResource(OAuth2ResourceServerProperties.Jwt single) {
        return resource.isBlank()
                ? Optional.empty()
                : Optional.of(ProtectedResource.of(
                        resource,
                        trustedIssuers(single).all().stream()
                                .map(TrustedIssuer::issuerUri)
                                .sorted()
                                .toList()));
    }

    private static List<String> filled(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }

    /** @throws InvalidIdentitySettingsException if there is no such permission */
    TokenGrants tokenGrants() {
        return new TokenGrants(grants.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> permissions(entry.getKey(), entry.getValue()))));
    }

    private static Set<Permission> permissions(String value, List<String> keys) {
        return keys.stream().flatMap(key -> permissions(value, key)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Permission> permissions(String value, String key) {
        if (key.equals(EVERY_PERMISSION)) {
            return Stream.of(Permission.values());
        }
        return Stream.of(Permission.ofKey(key)
                .orElseThrow(() -> new InvalidIdentitySettingsException(
                        PREFIX + "grants." + value + " names the permission \"" + key + "\", which does not exist.",
                        "Name one of "
                                + Stream.of(Permission.values())
                                        .map(Permission::key)
                                        .collect(Collectors.joining(", "))
                                + ", or * for all.")));
    }

    /**
     * An issuer whose tokens are accepted.
     *
     * @param issuerUri the exact claim {@code iss} of its tokens
     * @param audiences the values of the claim {@code aud}; a token must name one of them
     * @param directoryTenantId the only {@code tid} that it may claim; for Microsoft Entra ID the address has it
     */
    record Issuer(
            @DefaultValue("") String issuerUri,
            @DefaultValue List<String> audiences,
            @Nullable UUID directoryTenantId) {
        Issuer {
            audiences = List.copyOf(audiences);
        }

        private TrustedIssuer trusted(String prefix) {
            List<String> named = filled(audiences);
            if (issuerUri.isBlank() || named.isEmpty()) {
                throw new InvalidIdentitySettingsException(
                        "Not set: " + prefix + (issuerUri.isBlank() ? "issuer-uri" : "audiences") + ".",
                        "Set issuer-uri to the exact iss claim of the identity provider (Microsoft Entra ID:"
                            + " https://login.microsoftonline.com/<directory id>/v2.0) and audiences to the aud claim"
                            + " of tokens for this service (Microsoft Entra ID: the API's client id).");
            }
            return TrustedIssuer.of(issuerUri, named, Optional.ofNullable(directoryTenantId));
        }
    }
}
