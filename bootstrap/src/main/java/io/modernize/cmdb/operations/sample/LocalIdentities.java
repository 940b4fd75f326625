package io.modernize.cmdb.operations.sample;

import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo identities of the local profile, with the facts that memberships and instructions need. Their secrets are
 * public knowledge.
 */
@ConfigurationProperties("cmdb.local")
public record LocalIdentities(
        @DefaultValue List<Identity> identities,
        @DefaultValue List<ServiceClient> clients,
        @DefaultValue List<User> users) {

    /** Makes each identity a member of its client account, if that exists already. */
    public void grantMemberships(ClientAccountRegistry registry) {
        for (Identity identity : identities) {
            registry.findClientAccount(new Slug(identity.clientAccount()))
                    .ifPresent(account -> registry.saveMembership(new Membership(
                            new PrincipalIdentity(identity.directoryTenantId(), identity.objectId()),
                            account.id(),
                            identity.role(),
                            new EngagementSelection.All())));
        }
    }

    /**
     * The secret of a client. Throws {@link IllegalStateException} if there is no such client, as without the local
     * profile.
     */
    public String secretOf(String clientId) {
        return clients.stream()
                .filter(client -> client.id().equals(clientId))
                .findFirst()
                .map(ServiceClient::secret)
                .orElseThrow(() -> new IllegalStateException(
                        "there is no demo client " + clientId + "; the local profile has it"));
    }

    /** @param name the client id or user name that signs in as this identity */
    public record Identity(String name, String clientAccount, UUID directoryTenantId, UUID objectId, Role role) {}

    record ServiceClient(String id, String secret) {}

    record User(String name, String password) {}
}
