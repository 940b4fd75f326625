package io.modernize.cmdb.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.EffectivePermissions.Lack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokenGrantsTests {
    private final TokenGrants grants = new TokenGrants(Map.of(
            "access_as_user", Set.of(Permission.values()), "Cmdb.Search", Set.of(Permission.DATA_VECTOR_SEARCH)));

    @Test
    void takesAnAppRoleForAPermissionOrForARole() {
        assertThat(grants.of(List.of("data.vector_search", "users.manage"), null))
                .hasValue(Set.of(Permission.DATA_VECTOR_SEARCH, Permission.USERS_MANAGE));
        assertThat(grants.of(List.of("engagement-manager"), null)).hasValue(Role.ENGAGEMENT_MANAGER.permissions());
        assertThat(grants.of(List.of("Cmdb.Search"), null)).hasValue(Set.of(Permission.DATA_VECTOR_SEARCH));
    }

    @Test
    void takesAScopeForAPermissionButNotForARole() {
        assertThat(grants.of(null, List.of("openid", "data.full_access")))
                .hasValue(Set.of(Permission.DATA_FULL_ACCESS));
        assertThat(grants.of(null, List.of("administrator"))).isEmpty();
    }

    @Test
    void grantsAnApplicationNoMoreThanItsUserHas() {
        assertThat(grants.of(List.of("agent"), List.of("access_as_user")))
                .hasValue(Set.of(Permission.DATA_VECTOR_SEARCH));
        assertThat(grants.of(List.of("administrator"), List.of("data.vector_search")))
                .hasValue(Set.of(Permission.DATA_VECTOR_SEARCH));
        assertThat(grants.of(List.of("agent"), List.of("users.manage"))).hasValue(Set.of());
        assertThat(grants.of(List.of("administrator"), List.of("openid"))).isEmpty();
        assertThat(grants.of(List.of("unknown"), List.of("access_as_user"))).isEmpty();
        assertThat(grants.of(List.of(), List.of("access_as_user"))).isEmpty();
    }

    @Test
    void tellsAKnownValueWithoutPermissionsFromNone() {
        assertThat(grants.of(List.of("viewer"), null)).hasValue(Set.of());
        assertThat(grants.of(List.of("Administrator", "ADMINISTRATOR", "data.*", ""), null))
                .isEmpty();
        assertThat(grants.of(null, null)).isEmpty();
        assertThat(grants.of(List.of("administrator"), List.of())).isEmpty();
    }

    @Test
    void letsASettingRedefineAValue() {
        TokenGrants narrower = new TokenGrants(Map.of("administrator", Set.of(Permission.USERS_MANAGE)));

        assertThat(narrower.of(List.of("administrator"), null)).hasValue(Set.of(Permission.USERS_MANAGE));
    }

    @Test
    void allowsWhatRoleAndTokenBothAllow() {
        EffectivePermissions permissions =
                new EffectivePermissions(Role.ANALYST, Set.of(Permission.DATA_FULL_ACCESS, Permission.USERS_MANAGE));

        assertThat(permissions.all()).containsExactly(Permission.DATA_FULL_ACCESS);
        assertThat(permissions.lacking(Permission.DATA_FULL_ACCESS)).isEmpty();
        assertThat(permissions.lacking(Permission.DATA_VECTOR_SEARCH)).hasValue(Lack.TOKEN);
        assertThat(permissions.lacking(Permission.USERS_MANAGE)).hasValue(Lack.ROLE);
        assertThat(permissions.lacking(Permission.ACCOUNT_MANAGE)).hasValue(Lack.ROLE_AND_TOKEN);
    }

    @Test
    void takesNobodyElsesTokenForAMembership() {
        Membership membership = new Membership(
                new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()),
                new ClientAccountId(UUID.randomUUID()),
                Role.ADMINISTRATOR,
                new EngagementSelection.All());
        Caller stranger = new Caller(
                new PrincipalIdentity(UUID.randomUUID(), membership.identity().objectId()),
                Caller.Kind.PERSON,
                Set.of(Permission.values()));

        assertThatIllegalArgumentException().isThrownBy(() -> membership.permissionsOf(stranger));
    }
}
