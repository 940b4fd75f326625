package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Memberships} and {@link Engagements} keep, as the ports that read them see it. */
public abstract class AdministrationContract {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    protected final TwoClients clients;
    private final Memberships memberships;
    private final Engagements engagements;
    private final EngagementCatalog catalog;
    private final MembershipDirectory directory;

    /** The client accounts exist and are empty. */
    protected AdministrationContract(
            TwoClients clients,
            Memberships memberships,
            Engagements engagements,
            EngagementCatalog catalog,
            MembershipDirectory directory) {
        this.clients = clients;
        this.memberships = memberships;
        this.engagements = engagements;
        this.catalog = catalog;
        this.directory = directory;
    }

    @Test
    void findsAMemberByItsIdInItsClientAccountOnly() {
        Member jane = add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.All());

        assertThat(memberships.find(clients.northwindScope(), jane.id())).contains(jane);
        assertThat(memberships.find(clients.harborScope(), jane.id())).isEmpty();
        assertThat(memberships.find(clients.northwindScope(), new MembershipId(UUID.randomUUID())))
                .isEmpty();
        assertThat(directory.membershipsOf(jane.identity()))
                .containsExactly(new Membership(
                        jane.identity(), clients.northwind(), Role.ANALYST, new EngagementSelection.All()));
    }

    @Test
    void keepsOneMembershipPerIdentityAndClientAccount() {
        Member jane = add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.All());
        Member again = member(jane.identity(), 1, Role.VIEWER, new EngagementSelection.Only(Set.of(clients.exit())));

        assertThat(memberships.add(clients.northwindScope(), again)).isFalse();
        assertThat(memberships.find(clients.northwindScope(), jane.id())).contains(jane);
        assertThat(memberships.add(
                        clients.harborScope(), member(jane.identity(), 1, Role.VIEWER, new EngagementSelection.All())))
                .isTrue();
    }

    @Test
    void pagesInTheOrderOfGranting() {
        Member third = add(clients.northwindScope(), 3, Role.ANALYST, new EngagementSelection.All());
        Member first = add(clients.northwindScope(), 1, Role.ANALYST, new EngagementSelection.All());
        Member second = add(
                clients.northwindScope(),
                2,
                Role.VIEWER,
                new EngagementSelection.Only(Set.of(clients.exit(), clients.erp())));
        Member foreign = add(clients.harborScope(), 1, Role.ANALYST, new EngagementSelection.All());

        assertThat(memberships.page(clients.northwindScope(), null, 2).entries())
                .containsExactly(first, second);
        assertThat(memberships.page(clients.northwindScope(), place(second), 2).entries())
                .containsExactly(third);
        assertThat(memberships.page(clients.northwindScope(), place(third), 2).entries())
                .isEmpty();
        // Whoever reviews members takes some away while looking on.
        memberships.remove(clients.northwindScope(), second.id());
        assertThat(memberships.page(clients.northwindScope(), place(second), 2).entries())
                .containsExactly(third);
        assertThat(memberships.page(clients.harborScope(), null, 2).entries()).containsExactly(foreign);
    }

    private static MembershipPosition place(Member member) {
        return new MembershipPosition(member.createdAt(), member.id());
    }

    @Test
    void changesRoleAndEngagements() {
        Member jane = add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.All());
        for (EngagementSelection covered : List.of(
                new EngagementSelection.Only(Set.of(clients.exit())),
                new EngagementSelection.Only(Set.of(clients.erp(), clients.exit())),
                new EngagementSelection.Only(Set.of(clients.erp())),
                new EngagementSelection.All())) {
            memberships.change(clients.northwindScope(), jane.with(Role.AGENT, covered));

            assertThat(memberships.find(clients.northwindScope(), jane.id()).orElseThrow())
                    .satisfies(changed -> {
                        assertThat(changed.role()).isEqualTo(Role.AGENT);
                        assertThat(changed.engagements()).isEqualTo(covered);
                        assertThat(changed.label()).isEqualTo(jane.label());
                    });
        }
    }

    @Test
    void changesAndRemovesNothingOfAnotherClient() {
        Member jane = add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.All());

        memberships.change(clients.harborScope(), jane.with(Role.ADMINISTRATOR, new EngagementSelection.All()));
        memberships.remove(clients.harborScope(), jane.id());
        memberships.cover(clients.harborScope(), jane.identity(), clients.cloud());

        assertThat(memberships.find(clients.northwindScope(), jane.id())).contains(jane);
        assertThat(memberships.page(clients.harborScope(), null, 10).entries()).isEmpty();
    }

    @Test
    void removesWithWhatHangsOnIt() {
        Member jane =
                add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.Only(Set.of(clients.exit())));

        memberships.remove(clients.northwindScope(), jane.id());

        assertThat(memberships.find(clients.northwindScope(), jane.id())).isEmpty();
        assertThat(directory.membershipsOf(jane.identity())).isEmpty();
    }

    @Test
    void coversOneMoreEngagementWhereNotAllAreCovered() {
        Member some =
                add(clients.northwindScope(), 0, Role.ANALYST, new EngagementSelection.Only(Set.of(clients.exit())));
        Member all = add(clients.northwindScope(), 1, Role.ANALYST, new EngagementSelection.All());

        for (Member member : List.of(some, all)) {
            memberships.cover(clients.northwindScope(), member.identity(), clients.erp());
            memberships.cover(clients.northwindScope(), member.identity(), clients.erp());
        }

        assertThat(memberships
                        .find(clients.northwindScope(), some.id())
                        .orElseThrow()
                        .engagements())
                .isEqualTo(new EngagementSelection.Only(Set.of(clients.exit(), clients.erp())));
        assertThat(memberships.find(clients.northwindScope(), all.id())).contains(all);
    }

    @Test
    void countsAdministratorsOfAllOnly() {
        add(clients.northwindScope(), 0, Role.ADMINISTRATOR, new EngagementSelection.All());
        add(clients.northwindScope(), 1, Role.ADMINISTRATOR, new EngagementSelection.Only(Set.of(clients.exit())));
        add(clients.northwindScope(), 2, Role.ENGAGEMENT_MANAGER, new EngagementSelection.All());

        assertThat(memberships.lockAndCountAdministrators(clients.northwindScope()))
                .isEqualTo(1);
        assertThat(memberships.lockAndCountAdministrators(clients.harborScope()))
                .isZero();
    }

    @Test
    void addsAnEngagementUnderASlugThatIsFree() {
        Engagement cloud = engagement(clients.northwindScope(), "cloud-move");
        Engagement sameSlug = engagement(clients.northwindScope(), "cloud-move");

        assertThat(engagements.add(clients.northwindScope(), cloud)).isTrue();
        assertThat(engagements.add(clients.northwindScope(), sameSlug)).isFalse();
        assertThat(engagements.add(clients.harborScope(), engagement(clients.harborScope(), "cloud-move")))
                .isTrue();

        assertThat(catalog.engagements(clients.northwindScope()))
                .contains(cloud)
                .doesNotContain(sameSlug)
                .hasSize(3);
    }

    @Test
    void renamesWhatTheScopeCovers() {
        engagements.rename(clients.exitScope(), clients.exit(), new DisplayName("Exit 2027"));
        engagements.rename(clients.exitScope(), clients.erp(), new DisplayName("not covered"));
        engagements.rename(clients.northwindScope(), clients.cloud(), new DisplayName("not theirs"));
        engagements.renameClientAccount(clients.northwindScope(), new DisplayName("Northwind & Söhne"));

        assertThat(catalog.engagements(clients.northwindScope()))
                .extracting(Engagement::name)
                .contains("Exit 2027")
                .doesNotContain("not covered");
        assertThat(catalog.engagements(clients.harborScope()))
                .extracting(Engagement::name)
                .doesNotContain("not theirs");
        assertThat(catalog.clientAccount(clients.northwindScope()).name()).isEqualTo("Northwind & Söhne");
        assertThat(catalog.clientAccount(clients.harborScope()).name()).isNotEqualTo("Northwind & Söhne");
    }

    protected Member add(TenantScope scope, int minute, Role role, EngagementSelection covered) {
        Member member = member(new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()), minute, role, covered);
        assertThat(memberships.add(scope, member)).isTrue();
        return member;
    }

    private static Member member(PrincipalIdentity identity, int minute, Role role, EngagementSelection covered) {
        Instant granted = MONDAY.plusSeconds(60L * minute);
        return new Member(
                new MembershipId(UUID.randomUUID()),
                identity,
                role,
                covered,
                new DisplayName("Jane"),
                granted,
                granted);
    }

    private static Engagement engagement(TenantScope scope, String slug) {
        return new Engagement(scope.clientAccountId(), new EngagementId(UUID.randomUUID()), new Slug(slug), slug);
    }
}
