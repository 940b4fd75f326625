package io.modernize.cmdb.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EffectivePermissions;
import io.modernize.cmdb.tenancy.EffectivePermissions.Lack;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ScopeResolution.ChoiceNeeded;
import io.modernize.cmdb.tenancy.application.ScopeResolution.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.ScopeResolution.Granted;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotAMember;
import io.modernize.cmdb.tenancy.application.ScopeResolution.NotPermitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolveTenantScopeTests {
    private final TwoClients clients = TwoClients.random();
    private final PrincipalIdentity caller = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    private Set<Permission> token = Set.of(Permission.values());
    private final List<Membership> memberships = new ArrayList<>();
    private final ResolveTenantScope resolve = new ResolveTenantScope(
            identity -> memberships.stream()
                    .filter(membership -> membership.identity().equals(identity))
                    .toList(),
            new TwoClientsCatalog(clients));

    @Test
    void grantsTheMembershipsOwnScope() {
        Membership membership = member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());

        assertThat(resolve(null, null)).isEqualTo(granted(membership, clients.northwindScope()));
        assertThat(resolve(clients.northwind(), null)).isEqualTo(granted(membership, clients.northwindScope()));
    }

    @Test
    void narrowsToTheEngagementAskedFor() {
        Membership membership = member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());

        assertThat(resolve(null, clients.exit())).isEqualTo(granted(membership, clients.exitScope()));
    }

    @Test
    void doesNotKnowAnEngagementOfAnotherClient() {
        member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());

        assertThat(resolve(null, clients.cloud())).isEqualTo(new EngagementUnknown());
        assertThat(resolve(clients.northwind(), clients.cloud())).isEqualTo(new EngagementUnknown());
    }

    @Test
    void doesNotKnowAnEngagementThatDoesNotExist() {
        member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());

        assertThat(resolve(null, new EngagementId(UUID.randomUUID()))).isEqualTo(new EngagementUnknown());
    }

    @Test
    void doesNotKnowAnEngagementOutsideTheMembership() {
        Membership membership =
                member(clients.northwind(), Role.ANALYST, new EngagementSelection.Only(Set.of(clients.exit())));

        assertThat(resolve(null, clients.erp())).isEqualTo(new EngagementUnknown());
        assertThat(resolve(null, null)).isEqualTo(granted(membership, clients.exitScope()));
    }

    @Test
    void knowsNoStranger() {
        assertThat(resolve(null, null)).isEqualTo(new NotAMember());
        assertThat(resolve(clients.northwind(), null)).isEqualTo(new NotAMember());
    }

    @Test
    void answersAlikeForAForeignAndAnUnknownClient() {
        member(clients.northwind(), Role.ADMINISTRATOR, new EngagementSelection.All());

        assertThat(resolve(clients.harbor(), clients.cloud())).isEqualTo(new NotAMember());
        assertThat(resolve(new ClientAccountId(UUID.randomUUID()), null)).isEqualTo(new NotAMember());
    }

    @Test
    void ignoresMembershipsOfOthers() {
        memberships.add(new Membership(
                new PrincipalIdentity(UUID.randomUUID(), caller.objectId()),
                clients.northwind(),
                Role.ADMINISTRATOR,
                new EngagementSelection.All()));

        assertThat(resolve(clients.northwind(), null)).isEqualTo(new NotAMember());
    }

    @Test
    void asksAMemberOfSeveralClientsToChoose() {
        member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());
        Membership chosen = member(clients.harbor(), Role.ANALYST, new EngagementSelection.All());

        assertThat(resolve(null, null)).isEqualTo(new ChoiceNeeded(List.of(clients.northwind(), clients.harbor())));
        assertThat(resolve(clients.harbor(), null)).isEqualTo(granted(chosen, clients.harborScope()));
    }

    @Test
    void refusesWhatTheRoleDoesNotAllow() {
        member(clients.northwind(), Role.VIEWER, new EngagementSelection.All());

        assertThat(resolve(null, null)).isEqualTo(new NotPermitted(Permission.DATA_VECTOR_SEARCH, Lack.ROLE));
        assertThat(resolve(null, clients.cloud()))
                .isEqualTo(new NotPermitted(Permission.DATA_VECTOR_SEARCH, Lack.ROLE));
    }

    @Test
    void letsEveryMemberDoWhatNeedsNoPermission() {
        Membership viewer = member(clients.northwind(), Role.VIEWER, new EngagementSelection.All());

        assertThat(resolve.resolve(request(null, null, null), new KnownScopes()))
                .isEqualTo(granted(viewer, viewer.scope()));
    }

    @Test
    void takesTheRoleOfTheChosenClientOnly() {
        member(clients.northwind(), Role.ADMINISTRATOR, new EngagementSelection.All());
        member(clients.harbor(), Role.VIEWER, new EngagementSelection.All());

        assertThat(resolve(clients.harbor(), null))
                .isEqualTo(new NotPermitted(Permission.DATA_VECTOR_SEARCH, Lack.ROLE));
    }

    @Test
    void refusesWhatTheTokenDoesNotAllow() {
        member(clients.northwind(), Role.ADMINISTRATOR, new EngagementSelection.All());
        token = Set.of(Permission.DATA_FULL_ACCESS);

        assertThat(resolve(null, null)).isEqualTo(new NotPermitted(Permission.DATA_VECTOR_SEARCH, Lack.TOKEN));
    }

    @Test
    void saysWhereBothRefuse() {
        member(clients.northwind(), Role.VIEWER, new EngagementSelection.All());
        token = Set.of();

        assertThat(resolve(null, null)).isEqualTo(new NotPermitted(Permission.DATA_VECTOR_SEARCH, Lack.ROLE_AND_TOKEN));
    }

    @Test
    void grantsNoMorePermissionsThanRoleAndTokenBothAllow() {
        member(clients.northwind(), Role.ENGAGEMENT_MANAGER, new EngagementSelection.All());
        token = Set.of(Permission.USERS_MANAGE, Permission.DATA_VECTOR_SEARCH);

        assertThat(resolve(null, null))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted ->
                                assertThat(granted.permissions().all()).containsExactly(Permission.DATA_VECTOR_SEARCH));
    }

    @Test
    void looksUpOnceForARequestAndAgainForTheNext() {
        Membership membership = member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());
        KnownScopes request = new KnownScopes();
        assertThat(resolve(null, clients.exit(), request)).isEqualTo(granted(membership, clients.exitScope()));

        memberships.clear();

        assertThat(resolve(null, clients.exit(), request)).isEqualTo(granted(membership, clients.exitScope()));
        assertThat(resolve(null, null, request)).isEqualTo(granted(membership, clients.northwindScope()));
        assertThat(resolve(clients.harbor(), null, request)).isEqualTo(new NotAMember());
        assertThat(resolve(null, clients.exit(), new KnownScopes())).isEqualTo(new NotAMember());
    }

    @Test
    void looksUpEachEngagementOfARequest() {
        Membership membership = member(clients.northwind(), Role.ANALYST, new EngagementSelection.All());
        KnownScopes request = new KnownScopes();

        for (int time = 0; time < 2; time++) {
            assertThat(resolve(null, clients.exit(), request)).isEqualTo(granted(membership, clients.exitScope()));
            assertThat(resolve(null, clients.cloud(), request)).isEqualTo(new EngagementUnknown());
        }
    }

    @Test
    void givesNobodyTheMembershipsOfAnother() {
        member(clients.northwind(), Role.ADMINISTRATOR, new EngagementSelection.All());
        KnownScopes request = new KnownScopes();
        assertThat(resolve(null, null, request)).isInstanceOf(Granted.class);

        PrincipalIdentity stranger = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
        assertThat(resolve.resolve(
                        new ScopeRequest(new Caller(stranger, Caller.Kind.PERSON, token), null, null, null), request))
                .isEqualTo(new NotAMember());
    }

    private Granted granted(Membership membership, TenantScope scope) {
        return new Granted(membership, new EffectivePermissions(membership.role(), token), scope);
    }

    private ScopeRequest request(
            @Nullable ClientAccountId client, @Nullable EngagementId engagement, @Nullable Permission permission) {
        return new ScopeRequest(new Caller(caller, Caller.Kind.PERSON, token), client, engagement, permission);
    }

    private Membership member(ClientAccountId client, Role role, EngagementSelection engagements) {
        Membership membership = new Membership(caller, client, role, engagements);
        memberships.add(membership);
        return membership;
    }

    private ScopeResolution resolve(@Nullable ClientAccountId client, @Nullable EngagementId engagement) {
        return resolve(client, engagement, new KnownScopes());
    }

    private ScopeResolution resolve(
            @Nullable ClientAccountId client, @Nullable EngagementId engagement, KnownScopes known) {
        return resolve.resolve(request(client, engagement, Permission.DATA_VECTOR_SEARCH), known);
    }
}
