package io.modernize.cmdb.operations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.operations.sample.LocalIdentities.Identity;
import io.modernize.cmdb.operations.sample.LocalIdentities.ServiceClient;
import io.modernize.cmdb.operations.sample.LocalIdentities.User;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.UnaskedClientAccountRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LocalIdentitiesTests {
    private static final ClientAccount NORTHWIND =
            new ClientAccount(new ClientAccountId(UUID.randomUUID()), new Slug("northwind"), "Northwind");
    private static final Identity AGENT =
            new Identity("northwind-agent", "northwind", UUID.randomUUID(), UUID.randomUUID(), Role.AGENT);
    private static final Identity HOMELESS =
            new Identity("harbor-agent", "harbor", UUID.randomUUID(), UUID.randomUUID(), Role.ADMINISTRATOR);

    private final ApplicationContextRunner settings = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(SampleConfiguration.class);

    @Test
    void makesIdentitiesMembersOfTheClientAccountsThatExist() {
        NorthwindOnly registry = new NorthwindOnly();

        new LocalIdentities(List.of(AGENT, HOMELESS), List.of(), List.of()).grantMemberships(registry);

        assertThat(registry.saved)
                .containsExactly(new Membership(
                        new PrincipalIdentity(AGENT.directoryTenantId(), AGENT.objectId()),
                        NORTHWIND.id(),
                        Role.AGENT,
                        new EngagementSelection.All()));
    }

    @Test
    void knowsTheSecretsOfItsClientsOnly() {
        LocalIdentities identities =
                new LocalIdentities(List.of(), List.of(new ServiceClient("agent", "demo-only")), List.of());

        assertThat(identities.secretOf("agent")).isEqualTo("demo-only");
        assertThatIllegalStateException()
                .isThrownBy(() -> identities.secretOf("other"))
                .withMessageContaining("other")
                .withMessageContaining("local profile");
    }

    @Test
    void hasAMembershipForEverybodyWhoCanSignInLocally() {
        settings.withPropertyValues("spring.profiles.active=local").run(context -> {
            LocalIdentities identities = context.getBean(LocalIdentities.class);
            List<String> signIns = Stream.concat(
                            identities.clients().stream().map(ServiceClient::id),
                            identities.users().stream().map(User::name))
                    .toList();

            assertThat(identities.identities()).extracting(Identity::name).containsExactlyInAnyOrderElementsOf(signIns);
            assertThat(identities.identities())
                    .extracting(identity -> new PrincipalIdentity(identity.directoryTenantId(), identity.objectId()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void doesNotExistOutsideTheLocalProfile() {
        settings.run(context -> assertThat(context).doesNotHaveBean(LocalIdentities.class));
    }

    private static final class NorthwindOnly extends UnaskedClientAccountRegistry {
        private final List<Membership> saved = new ArrayList<>();

        @Override
        public Optional<ClientAccount> findClientAccount(Slug slug) {
            return Optional.of(NORTHWIND).filter(account -> account.slug().equals(slug));
        }

        @Override
        public void saveMembership(Membership membership) {
            saved.add(membership);
        }
    }
}
