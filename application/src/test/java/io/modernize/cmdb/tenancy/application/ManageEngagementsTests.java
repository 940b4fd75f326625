package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.Created;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.Renamed;
import io.modernize.cmdb.tenancy.application.EngagementOutcome.SlugTaken;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManageEngagementsTests {
    private static final DisplayName NAME = new DisplayName("Cloud move");

    private final InMemoryAdministration administration = new InMemoryAdministration();
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(administration);
    private final TwoClients clients = AdministeredClients.in(administration);
    private final PrincipalIdentity creator = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    private final ManageEngagements manage =
            new ManageEngagements(administration, administration, administration, transactions);

    @Test
    void showsANewEngagementToACreatorWhoSeesOnlySome() {
        member(new EngagementSelection.Only(Set.of(clients.exit())));

        Engagement created =
                ((Created) manage.create(clients.exitScope(), creator, new Slug("cloud-move"), NAME)).engagement();

        assertThat(administration.membershipsOf(creator))
                .singleElement()
                .satisfies(membership -> assertThat(administration.engagements(membership.scope()))
                        .extracting(Engagement::id)
                        .containsExactlyInAnyOrder(clients.exit(), created.id()));
    }

    @Test
    void createsNothingUnderASlugThatIsTaken() {
        member(new EngagementSelection.Only(Set.of(clients.exit())));

        assertThat(manage.create(clients.exitScope(), creator, new Slug("erp"), NAME))
                .isEqualTo(new SlugTaken());
        assertThat(administration.membershipsOf(creator))
                .extracting(membership -> membership.scope())
                .containsExactly(clients.exitScope());
        assertThat(manage.create(clients.harborScope(), creator, new Slug("erp"), NAME))
                .isInstanceOf(Created.class);
    }

    @Test
    void renamesWhatTheScopeCovers() {
        assertThat(manage.rename(clients.exitScope(), clients.exit(), NAME))
                .isInstanceOfSatisfying(Renamed.class, renamed -> {
                    assertThat(renamed.before().name()).isEqualTo("exit");
                    assertThat(renamed.engagement().name()).isEqualTo("Cloud move");
                    assertThat(renamed.engagement().slug()).isEqualTo(new Slug("exit"));
                });
        assertThat(manage.rename(clients.exitScope(), clients.erp(), NAME)).isEqualTo(new EngagementUnknown());
        assertThat(manage.rename(clients.northwindScope(), clients.cloud(), NAME))
                .isEqualTo(new EngagementUnknown());
    }

    @Test
    void renamesAWholeClientAccount() {
        assertThat(manage.renameClientAccount(clients.northwindScope(), NAME)
                        .before()
                        .name())
                .isEqualTo("northwind");
        assertThat(administration.clientAccount(clients.northwindScope()).name())
                .isEqualTo("Cloud move");
        assertThatIllegalArgumentException().isThrownBy(() -> manage.renameClientAccount(clients.exitScope(), NAME));
    }

    @Test
    void listsTheClientAccountsOfAnIdentity() {
        member(new EngagementSelection.Only(Set.of(clients.exit())));
        administration.add(
                clients.harborScope(),
                new Member(
                        new MembershipId(UUID.randomUUID()),
                        creator,
                        Role.VIEWER,
                        new EngagementSelection.All(),
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH));

        assertThat(new ListClientAccounts(administration, administration, transactions).of(creator))
                .extracting(own -> own.account().slug() + " " + own.membership().role() + " " + own.engagements())
                .containsExactlyInAnyOrder("northwind ENGAGEMENT_MANAGER 1", "harbor VIEWER 2");
        assertThat(new ListClientAccounts(administration, administration, transactions)
                        .of(new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID())))
                .isEmpty();
    }

    private void member(EngagementSelection engagements) {
        administration.add(
                clients.northwindScope(),
                new Member(
                        new MembershipId(UUID.randomUUID()),
                        creator,
                        Role.ENGAGEMENT_MANAGER,
                        engagements,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH));
    }
}
