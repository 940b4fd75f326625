package io.modernize.cmdb.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.EngagementSelection.All;
import io.modernize.cmdb.tenancy.EngagementSelection.Only;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantScopeTests {
    private final ClientAccountId client = new ClientAccountId(UUID.randomUUID());
    private final EngagementId one = new EngagementId(UUID.randomUUID());
    private final EngagementId two = new EngagementId(UUID.randomUUID());
    private final EngagementId outside = new EngagementId(UUID.randomUUID());

    @Test
    void narrowsToAnEngagementThatItCovers() {
        assertThat(scope(new All()).narrowedTo(one)).contains(TenantScope.forJob(client, one));
        assertThat(scope(new Only(Set.of(one, two))).narrowedTo(one)).contains(TenantScope.forJob(client, one));
    }

    @Test
    void neverGrows() {
        TenantScope narrow = scope(new All()).narrowedTo(one).orElseThrow();

        assertThat(narrow.engagements().includes(two)).isFalse();
        assertThat(narrow.narrowedTo(two)).isEmpty();
        assertThat(narrow.narrowedTo(one)).contains(narrow);
        assertThat(scope(new Only(Set.of(one, two))).narrowedTo(outside)).isEmpty();
    }

    @Test
    void refusesAnEngagementOutside() {
        scope(new Only(Set.of(one))).requireCovers(one);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scope(new Only(Set.of(one))).requireCovers(outside));
    }

    @Test
    void keepsItsClientWhenNarrowed() {
        assertThat(scope(new All()).narrowedTo(one).orElseThrow().clientAccountId())
                .isEqualTo(client);
    }

    @Test
    void isAsWideAsItsMembership() {
        assertThat(membership(new All()).scope()).isEqualTo(TenantScope.forJob(client));
        assertThat(membership(new Only(Set.of(one))).scope()).isEqualTo(TenantScope.forJob(client, one));
        assertThat(membership(new Only(Set.of(one))).scope(two)).isEmpty();
        assertThat(membership(new All()).scope(two)).contains(TenantScope.forJob(client, two));
    }

    @Test
    void doesNotFollowChangesOfTheSetItWasMadeFrom() {
        Set<EngagementId> engagements = new HashSet<>(Set.of(one));
        Only only = new Only(engagements);

        engagements.add(two);

        assertThat(only.includes(two)).isFalse();
    }

    @Test
    void coversAtLeastOneEngagement() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Only(Set.of()));
    }

    @Test
    void isEqualByClientAndEngagements() {
        assertThat(TenantScope.forJob(client)).isEqualTo(scope(new All())).hasSameHashCodeAs(scope(new All()));
        assertThat(TenantScope.forJob(client)).isNotEqualTo(TenantScope.forJob(client, one));
        assertThat(TenantScope.forJob(client)).isNotEqualTo(TenantScope.forJob(new ClientAccountId(UUID.randomUUID())));
    }

    @Test
    void cannotBeMadeFromOutside() {
        for (Constructor<?> constructor : TenantScope.class.getDeclaredConstructors()) {
            assertThat(Modifier.isPublic(constructor.getModifiers())).isFalse();
        }
    }

    @Test
    void givesRolesNoMoreThanTheirPermissions() {
        assertThat(Role.ADMINISTRATOR.allows(Permission.ACCOUNT_MANAGE)).isTrue();
        assertThat(Role.ANALYST.allows(Permission.DATA_VECTOR_SEARCH)).isTrue();
        assertThat(Role.ANALYST.allows(Permission.USERS_MANAGE)).isFalse();
        assertThat(List.of(Permission.values())).noneMatch(Role.VIEWER::allows);
        assertThat(List.of(Permission.values()).stream().filter(Role.AGENT::allows))
                .containsExactly(Permission.DATA_VECTOR_SEARCH);
    }

    private TenantScope scope(EngagementSelection engagements) {
        return membership(engagements).scope();
    }

    private Membership membership(EngagementSelection engagements) {
        return new Membership(
                new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID()), client, Role.ANALYST, engagements);
    }
}
