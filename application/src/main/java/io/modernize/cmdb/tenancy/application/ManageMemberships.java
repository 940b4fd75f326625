package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.AlreadyAMember;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.Changed;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.EngagementUnknown;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.Granted;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.LastAdministrator;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.MembershipUnknown;
import io.modernize.cmdb.tenancy.application.MembershipOutcome.Revoked;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Grants, changes and revokes the memberships of a client account. Each method takes the scope of a whole client
 * account, because only those who have rights in all of it may grant them.
 *
 * <p>A client account that has an {@linkplain Member#isAdministratorOfAll() administrator} keeps one, even if several
 * administrators act at once.
 */
public final class ManageMemberships {
    /** The greatest number of memberships of a page. */
    public static final int MAX_PAGE = 100;

    /** The greatest number of engagements that a membership names. A membership that needs more covers all. */
    public static final int MOST_ENGAGEMENTS = 500;

    private final Memberships memberships;
    private final EngagementCatalog catalog;
    private final TenantTransactions transactions;
    private final Clock clock;

    public ManageMemberships(
            Memberships memberships, EngagementCatalog catalog, TenantTransactions transactions, Clock clock) {
        this.memberships = memberships;
        this.catalog = catalog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A page of memberships in the order in which they were created, and whether there are more.
     *
     * @throws IllegalArgumentException if the limit is not 1 to {@link #MAX_PAGE}
     */
    public Page<Member> list(TenantScope scope, @Nullable MembershipPosition after, int limit) {
        requireWhole(scope);
        Page.requireLimit(limit, MAX_PAGE, "memberships");
        return memberships.page(scope, after, limit);
    }

    /** Makes an identity a member. */
    public MembershipOutcome grant(
            TenantScope scope,
            PrincipalIdentity identity,
            Role role,
            EngagementSelection engagements,
            @Nullable DisplayName label) {
        requireWhole(scope);
        return transactions.inScope(scope, () -> {
            Optional<EngagementId> unknown = unknown(scope, engagements);
            if (unknown.isPresent()) {
                return new EngagementUnknown(unknown.get());
            }
            Instant now = clock.instant();
            Member member =
                    new Member(new MembershipId(UUID.randomUUID()), identity, role, engagements, label, now, now);
            return memberships.add(scope, member) ? new Granted(member) : new AlreadyAMember();
        });
    }

    /** Replaces the role and the engagements of a member. */
    public MembershipOutcome change(TenantScope scope, MembershipId id, Role role, EngagementSelection engagements) {
        requireWhole(scope);
        return transactions.inScope(scope, () -> {
            Optional<EngagementId> unknown = unknown(scope, engagements);
            if (unknown.isPresent()) {
                return new EngagementUnknown(unknown.get());
            }
            return unlessTheLast(scope, id, before -> before.with(role, engagements), before -> {
                Member changed = before.with(role, engagements);
                memberships.change(scope, changed);
                return new Changed(before, memberships.find(scope, id).orElse(changed));
            });
        });
    }

    /** Takes a membership away, with effect from the member's next request. */
    public MembershipOutcome revoke(TenantScope scope, MembershipId id) {
        requireWhole(scope);
        return transactions.inScope(
                scope,
                () -> unlessTheLast(scope, id, before -> null, before -> {
                    memberships.remove(scope, id);
                    return new Revoked(before);
                }));
    }

    private MembershipOutcome unlessTheLast(
            TenantScope scope,
            MembershipId id,
            Function<Member, @Nullable Member> plan,
            Function<Member, MembershipOutcome> change) {
        // The lock comes first, so that the members read afterwards stay as they are.
        int administrators = memberships.lockAndCountAdministrators(scope);
        Optional<Member> before = memberships.find(scope, id);
        if (before.isEmpty()) {
            return new MembershipUnknown();
        }
        Member planned = plan.apply(before.get());
        boolean staysAdministrator = planned != null && planned.isAdministratorOfAll();
        if (before.get().isAdministratorOfAll() && !staysAdministrator && administrators < 2) {
            return new LastAdministrator();
        }
        return change.apply(before.get());
    }

    private Optional<EngagementId> unknown(TenantScope scope, EngagementSelection engagements) {
        return switch (engagements) {
            case EngagementSelection.All() -> Optional.empty();
            case EngagementSelection.Only(var ids) -> {
                Set<EngagementId> known =
                        catalog.engagements(scope).stream().map(Engagement::id).collect(Collectors.toSet());
                yield ids.stream().filter(id -> !known.contains(id)).findFirst();
            }
        };
    }

    private static void requireWhole(TenantScope scope) {
        if (!(scope.engagements() instanceof EngagementSelection.All)) {
            throw new IllegalArgumentException("memberships are managed in a scope of all engagements");
        }
    }
}
