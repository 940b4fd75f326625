package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.AlreadyAMember;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.Changed;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.Granted;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.LastAdministrator;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.MembershipUnknown;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.Revoked;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManageMembershipsTests {
    private static final EngagementSelection ALL = new EngagementSelection.All();

    private final InMemoryAdministration administration = new InMemoryAdministration();
    private final TwoClients clients = AdministeredClients.in(administration);
    private final ManageMemberships manage = new ManageMemberships(
            administration, administration, new InMemoryTenantTransactions(administration), Clock.systemUTC());

    @Test
    void grantsAtOnce() {
        Member jane = grant(Role.ANALYST, new EngagementSelection.Only(Set.of(clients.exit())));

        assertThat(administration.membershipsOf(jane.identity()))
                .singleElement()
                .satisfies(membership -> {
                    assertThat(membership.role()).isEqualTo(Role.ANALYST);
                    assertThat(membership.scope()).isEqualTo(clients.exitScope());
                });
    }

    @Test
    void grantsAnIdentityOnce() {
        Member jane = grant(Role.ANALYST, ALL);

        assertThat(manage.grant(clients.northwindScope(), jane.identity(), Role.ADMINISTRATOR, ALL, null))
                .isEqualTo(new AlreadyAMember());
        assertThat(administration.find(clients.northwindScope(), jane.id())).contains(jane);
    }

    @Test
    void grantsNoEngagementThatIsNotThere() {
        Member jane = grant(Role.ANALYST, ALL);
        for (EngagementId missing : Set.of(clients.cloud(), new EngagementId(UUID.randomUUID()))) {
            EngagementSelection wrong = new EngagementSelection.Only(Set.of(clients.exit(), missing));

            assertThat(manage.grant(clients.northwindScope(), somebody(), Role.ANALYST, wrong, null))
                    .isEqualTo(new EngagementUnknown(missing));
            assertThat(manage.change(clients.northwindScope(), jane.id(), Role.ANALYST, wrong))
                    .isEqualTo(new EngagementUnknown(missing));
        }
        assertThat(manage.list(clients.northwindScope(), null, 10).entries()).containsExactly(jane);
    }

    @Test
    void protectsTheLastAdministrator() {
        Member only = grant(Role.ADMINISTRATOR, ALL);
        grant(Role.ADMINISTRATOR, new EngagementSelection.Only(Set.of(clients.exit())));
        grant(Role.ENGAGEMENT_MANAGER, ALL);

        assertThat(manage.revoke(clients.northwindScope(), only.id())).isEqualTo(new LastAdministrator());
        assertThat(manage.change(clients.northwindScope(), only.id(), Role.ANALYST, ALL))
                .isEqualTo(new LastAdministrator());
        assertThat(manage.change(
                        clients.northwindScope(),
                        only.id(),
                        Role.ADMINISTRATOR,
                        new EngagementSelection.Only(Set.of(clients.exit()))))
                .isEqualTo(new LastAdministrator());
        assertThat(administration.find(clients.northwindScope(), only.id())).contains(only);
    }

    @Test
    void letsAnAdministratorGoWhereAnotherOneStays() {
        Member first = grant(Role.ADMINISTRATOR, ALL);
        Member second = grant(Role.ADMINISTRATOR, ALL);

        assertThat(manage.revoke(clients.northwindScope(), first.id())).isEqualTo(new Revoked(first));
        assertThat(manage.revoke(clients.northwindScope(), second.id())).isEqualTo(new LastAdministrator());
        assertThat(manage.change(clients.northwindScope(), second.id(), Role.ADMINISTRATOR, ALL))
                .isInstanceOf(Changed.class);
    }

    @Test
    void saysWhatWasBefore() {
        grant(Role.ADMINISTRATOR, ALL);
        Member jane = grant(Role.VIEWER, ALL);

        assertThat(manage.change(
                        clients.northwindScope(),
                        jane.id(),
                        Role.ANALYST,
                        new EngagementSelection.Only(Set.of(clients.erp()))))
                .isInstanceOfSatisfying(Changed.class, changed -> {
                    assertThat(changed.before()).isEqualTo(jane);
                    assertThat(changed.member().role()).isEqualTo(Role.ANALYST);
                    assertThat(changed.member().engagements())
                            .isEqualTo(new EngagementSelection.Only(Set.of(clients.erp())));
                });
    }

    @Test
    void answersAlikeForForeignAndAbsentMemberships() {
        Member jane = grant(Role.VIEWER, ALL);

        for (MembershipId id : Set.of(jane.id(), new MembershipId(UUID.randomUUID()))) {
            assertThat(manage.revoke(clients.harborScope(), id)).isEqualTo(new MembershipUnknown());
            assertThat(manage.change(clients.harborScope(), id, Role.ADMINISTRATOR, ALL))
                    .isEqualTo(new MembershipUnknown());
        }
        assertThat(administration.find(clients.northwindScope(), jane.id())).contains(jane);
    }

    @Test
    void wantsAScopeOfAllEngagements() {
        Member jane = grant(Role.VIEWER, ALL);

        assertThatIllegalArgumentException().isThrownBy(() -> manage.revoke(clients.exitScope(), jane.id()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manage.change(clients.exitScope(), jane.id(), Role.ADMINISTRATOR, ALL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manage.grant(clients.exitScope(), somebody(), Role.ADMINISTRATOR, ALL, null));
        assertThatIllegalArgumentException().isThrownBy(() -> manage.list(clients.exitScope(), null, 10));
    }

    private Member grant(Role role, EngagementSelection engagements) {
        return ((Granted) manage.grant(clients.northwindScope(), somebody(), role, engagements, null)).member();
    }

    private static PrincipalIdentity somebody() {
        return new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    }
}
