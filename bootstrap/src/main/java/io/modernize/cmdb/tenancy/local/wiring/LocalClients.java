package io.modernize.cmdb.tenancy.local.wiring;

import io.modernize.cmdb.tenancy.identity.wiring.LocalProperties;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The demo clients as the authorization server registers them. */
final class LocalClients {
    private final LocalProperties properties;

    LocalClients(LocalProperties properties) {
        this.properties = properties;
    }

    List<RegisteredClient> all() {
        return Stream.concat(
                        properties.clients().stream().map(this::service),
                        properties.publicClients().stream().map(this::application))
                .toList();
    }

    private RegisteredClient service(LocalProperties.Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokenSettings())
                .build();
    }

    /**
     * A client without a secret, which a browser could not keep. The proof key ties a code to the page that asked for
     * it.
     */
    private RegisteredClient application(LocalProperties.PublicClient client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokenSettings())
                .build();
    }

    private TokenSettings tokenSettings() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .build();
    }
}
