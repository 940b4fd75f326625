package io.modernize.cmdb.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class JdbcMembershipDirectoryIT {
    private final PrincipalIdentity jane = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());

    @Autowired
    private MembershipDirectory directory;

    @Autowired
    private EngagementCatalog engagements;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private TwoClients clients;

    @Test
    void knowsNoStranger() {
        registry.saveMembership(new Membership(jane, clients.northwind(), Role.ANALYST, new EngagementSelection.All()));

        assertThat(directory.membershipsOf(new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void wantsDirectoryAndObjectToMatch() {
        registry.saveMembership(new Membership(jane, clients.northwind(), Role.ANALYST, new EngagementSelection.All()));

        assertThat(directory.membershipsOf(new PrincipalIdentity(UUID.randomUUID(), jane.objectId())))
                .isEmpty();
        assertThat(directory.membershipsOf(new PrincipalIdentity(jane.directoryTenantId(), UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void returnsAllMembershipsOfTheIdentityAndNoOthers() {
        Membership northwind = new Membership(jane, clients.northwind(), Role.ANALYST, new EngagementSelection.All());
        Membership harbor = new Membership(
                jane,
                clients.harbor(),
                Role.VIEWER,
                new EngagementSelection.Only(Set.of(clients.cloud(), clients.edge())));
        registry.saveMembership(northwind);
        registry.saveMembership(harbor);
        registry.saveMembership(new Membership(
                new PrincipalIdentity(jane.directoryTenantId(), UUID.randomUUID()),
                clients.northwind(),
                Role.ADMINISTRATOR,
                new EngagementSelection.All()));

        assertThat(directory.membershipsOf(jane)).containsExactlyInAnyOrder(northwind, harbor);
        assertThat(directory.membershipsOf(jane))
                .extracting(membership -> membership.clientAccountId().toString())
                .isSorted();
    }

    @Test
    void followsAChangeOfRoleAndEngagements() {
        registry.saveMembership(new Membership(
                jane, clients.northwind(), Role.ANALYST, new EngagementSelection.Only(Set.of(clients.exit()))));
        Membership changed = new Membership(
                jane, clients.northwind(), Role.AGENT, new EngagementSelection.Only(Set.of(clients.erp())));

        registry.saveMembership(changed);

        assertThat(directory.membershipsOf(jane)).containsExactly(changed);
    }

    @Test
    void knowsNoMembershipWhoseLastEngagementWasDeleted() {
        registry.saveMembership(new Membership(
                jane,
                clients.northwind(),
                Role.ANALYST,
                new EngagementSelection.Only(Set.of(clients.exit(), clients.erp()))));

        registry.deleteEngagement(clients.northwind(), clients.exit());
        assertThat(directory.membershipsOf(jane))
                .extracting(Membership::engagements)
                .containsExactly(new EngagementSelection.Only(Set.of(clients.erp())));

        registry.deleteEngagement(clients.northwind(), clients.erp());
        assertThat(directory.membershipsOf(jane)).isEmpty();
    }

    @Test
    void refusesAMembershipInAnotherClientsEngagement() {
        Membership forged = new Membership(
                jane, clients.northwind(), Role.ANALYST, new EngagementSelection.Only(Set.of(clients.cloud())));

        assertThatThrownBy(() -> registry.saveMembership(forged)).isInstanceOf(RuntimeException.class);
        assertThat(directory.membershipsOf(jane)).as("nothing of it was stored").isEmpty();
    }

    @Test
    void leavesNoIdentityOnTheConnection() {
        registry.saveMembership(new Membership(jane, clients.northwind(), Role.ANALYST, new EngagementSelection.All()));

        for (int i = 0; i < 20; i++) {
            directory.membershipsOf(jane);
            assertThat(jdbc.sql("select count(*) from memberships")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void leavesTheEndOfATransactionToWhoBeganIt() {
        registry.saveMembership(new Membership(jane, clients.northwind(), Role.ANALYST, new EngagementSelection.All()));

        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            jdbc.sql("set local app.client_account_id = '" + clients.harbor() + "'")
                    .update();
            assertThat(directory.membershipsOf(jane)).hasSize(1);
            assertThat(jdbc.sql("select current_setting('app.client_account_id')")
                            .query(String.class)
                            .single())
                    .as("a setting that ends with the transaction")
                    .isEqualTo(clients.harbor().toString());
            assertThat(jdbc.sql("select count(*) from memberships")
                            .query(Long.class)
                            .single())
                    .as("what goes on in the transaction sees nothing through the identity")
                    .isZero();
        });
    }

    @Test
    void namesTheEngagementsThatAScopeCovers() {
        assertThat(engagements.engagements(clients.northwindScope()))
                .extracting(engagement -> engagement.slug().value())
                .containsExactly("erp", "exit");
        assertThat(engagements.engagements(clients.exitScope()))
                .extracting(engagement -> engagement.id())
                .containsExactly(clients.exit());
        assertThat(engagements.clientAccount(clients.harborScope()).id()).isEqualTo(clients.harbor());
    }
}
