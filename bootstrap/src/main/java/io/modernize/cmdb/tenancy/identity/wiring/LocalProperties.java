package io.modernize.cmdb.tenancy.identity.wiring;

import io.modernize.cmdb.tenancy.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo identities of the profile {@code local}, and how they sign in. The secrets here are public knowledge.
 *
 * @param identities all identities that can get a token, as the directory would know them, with their memberships
 * @param clients the services that sign in by themselves (client credentials)
 * @param publicClients the applications that people sign in through (authorization code with PKCE)
 * @param users the people who sign in by the form
 * @param tokenLifetime the lifetime of an access token
 */
@ConfigurationProperties("cmdb.local")
public record LocalProperties(
        @DefaultValue List<Identity> identities,
        @DefaultValue List<Client> clients,
        @DefaultValue List<PublicClient> publicClients,
        @DefaultValue List<User> users,
        @DefaultValue("1h") Duration tokenLifetime) {
    public static final String PROFILE = "local";

    public LocalProperties {
        identities = List.copyOf(identities);
        clients = List.copyOf(clients);
        publicClients = List.copyOf(publicClients);
        users = List.copyOf(users);
    }

    /** The identity with that client id or user name. */
    public Optional<Identity> identity(String name) {
        return identities.stream()
                .filter(identity -> identity.name().equals(name))
                .findFirst();
    }

    /**
     * A person or service in the pretended directory, and a member of one client account.
     *
     * @param name the client id or user name that signs in as this identity
     * @param clientAccount the slug of the client account
     * @param role the role in that client account, for all of its engagements
     * @param appRoles the app roles that its tokens name; the role's key if none are given
     */
    public record Identity(
            String name,
            String clientAccount,
            UUID directoryTenantId,
            UUID objectId,
            Role role,
            @DefaultValue List<String> appRoles) {
        public Identity {
            appRoles = appRoles.isEmpty() ? List.of(role.key()) : List.copyOf(appRoles);
        }
    }

    public record Client(String id, String secret) {}

    /** An application. {@code redirectUris} are the exact addresses that a code may be sent to. */
    public record PublicClient(String id, List<String> redirectUris) {
        public PublicClient {
            redirectUris = List.copyOf(redirectUris);
        }
    }

    public record User(String name, String password) {}
}
