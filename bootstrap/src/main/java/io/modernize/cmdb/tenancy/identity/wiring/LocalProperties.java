package io.modernize.cmdb.tenancy.identity.wiring;

import io.modernize.cmdb.tenancy.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Demo identities of the profile {@code local}, and how they sign in. Secrets here are public knowledge.
 *
 * @param identities everybody who can get a token, as the directory would know them, and where they are members
 * @param clients services that sign in by themselves (client credentials)
 * @param publicClients applications that people sign in through (authorization code with PKCE)
 * @param users people who sign in by the form
 * @param tokenLifetime how long an access token is good for
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

    /** The identity of that client id or user name. */
    public Optional<Identity> identity(String name) {
        return identities.stream()
                .filter(identity -> identity.name().equals(name))
                .findFirst();
    }

    /**
     * A person or service in the pretended directory, and a member of one client account.
     *
     * @param name the client id or user name that signs in as this identity
     * @param clientAccount slug of the client account
     * @param role inside that client account, for all of its engagements
     * @param appRoles that its tokens name; the role's key where none are given
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

    /** {@code redirectUris} are the exact addresses that a code may be sent to. */
    public record PublicClient(String id, List<String> redirectUris) {
        public PublicClient {
            redirectUris = List.copyOf(redirectUris);
        }
    }

    public record User(String name, String password) {}
}
