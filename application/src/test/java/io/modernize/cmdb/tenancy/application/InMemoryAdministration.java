package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.DisplayName;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Client accounts, engagements and memberships in lists; one transaction at a time makes locks needless. */
public final class InMemoryAdministration
        implements Memberships, Engagements, EngagementCatalog, MembershipDirectory, Undoable {
    private static final Comparator<MembershipPosition> BY_PLACE = Comparator.comparing(MembershipPosition::grantedAt)
            .thenComparing(position -> position.id().value().toString());
    private static final Comparator<Member> OLDEST_FIRST = Comparator.comparing(Member::createdAt)
            .thenComparing(member -> member.id().toString());

    private record Owned(ClientAccountId clientAccountId, Member member) {}

    private final List<ClientAccount> accounts = new ArrayList<>();
    private final List<Engagement> engagements = new ArrayList<>();
    private final List<Owned> members = new ArrayList<>();

    /** A client account that the operator has created. */
    public void create(ClientAccount account) {
        accounts.add(account);
    }

    /** An engagement that was there before. */
    public void create(Engagement engagement) {
        engagements.add(engagement);
    }

    @Override
    public Page<Member> page(TenantScope scope, @Nullable MembershipPosition after, int limit) {
        return Page.forward(
                after,
                limit,
                most -> own(scope)
                        .filter(member -> after == null || BY_PLACE.compare(place(member), after) > 0)
                        .sorted(OLDEST_FIRST)
                        .limit(most)
                        .toList());
    }

    private static MembershipPosition place(Member member) {
        return new MembershipPosition(member.createdAt(), member.id());
    }

    @Override
    public Optional<Member> find(TenantScope scope, MembershipId id) {
        return own(scope).filter(member -> member.id().equals(id)).findFirst();
    }

    @Override
    public boolean add(TenantScope scope, Member member) {
        if (own(scope).anyMatch(other -> other.identity().equals(member.identity()))) {
            return false;
        }
        members.add(new Owned(scope.clientAccountId(), member));
        return true;
    }

    @Override
    public void change(TenantScope scope, Member member) {
        if (find(scope, member.id()).isPresent()) {
            remove(scope, member.id());
            members.add(new Owned(scope.clientAccountId(), member));
        }
    }

    @Override
    public void remove(TenantScope scope, MembershipId id) {
        members.removeIf(owned -> owned.clientAccountId().equals(scope.clientAccountId())
                && owned.member().id().equals(id));
    }

    @Override
    public void cover(TenantScope scope, PrincipalIdentity identity, EngagementId engagementId) {
        own(scope)
                .filter(member -> member.identity().equals(identity))
                .findFirst()
                .ifPresent(member -> {
                    if (!(member.engagements() instanceof EngagementSelection.All)) {
                        Set<EngagementId> ids = new HashSet<>(Set.of(engagementId));
                        if (member.engagements() instanceof EngagementSelection.Only(var covered)) {
                            ids.addAll(covered);
                        }
                        change(scope, member.with(member.role(), new EngagementSelection.Only(ids)));
                    }
                });
    }

    @Override
    public int lockAndCountAdministrators(TenantScope scope) {
        return (int) own(scope).filter(Member::isAdministratorOfAll).count();
    }

    @Override
    public boolean add(TenantScope scope, Engagement engagement) {
        if (ofClientAccount(scope).anyMatch(other -> other.slug().equals(engagement.slug()))) {
            return false;
        }
        engagements.add(engagement);
        return true;
    }

    @Override
    public int lockAndCount(TenantScope scope) {
        return (int) ofClientAccount(scope).count();
    }

    @Override
    public void rename(TenantScope scope, EngagementId id, DisplayName name) {
        engagements.replaceAll(engagement -> engagement.clientAccountId().equals(scope.clientAccountId())
                        && engagement.id().equals(id)
                        && scope.engagements().includes(id)
                ? new Engagement(engagement.clientAccountId(), id, engagement.slug(), name.value())
                : engagement);
    }

    @Override
    public void renameClientAccount(TenantScope scope, DisplayName name) {
        accounts.replaceAll(account -> account.id().equals(scope.clientAccountId())
                ? new ClientAccount(account.id(), account.slug(), name.value())
                : account);
    }

    @Override
    public ClientAccount clientAccount(TenantScope scope) {
        return accounts.stream()
                .filter(account -> account.id().equals(scope.clientAccountId()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Engagement> engagements(TenantScope scope) {
        return ofClientAccount(scope)
                .filter(engagement -> scope.engagements().includes(engagement.id()))
                .sorted(Comparator.comparing(Engagement::name))
                .toList();
    }

    @Override
    public List<Membership> membershipsOf(PrincipalIdentity identity) {
        return members.stream()
                .filter(owned -> owned.member().identity().equals(identity))
                .flatMap(owned -> Stream.ofNullable(owned.member().engagements())
                        .map(covered -> new Membership(
                                identity,
                                owned.clientAccountId(),
                                owned.member().role(),
                                covered)))
                .sorted(Comparator.comparing(
                        membership -> membership.clientAccountId().toString()))
                .toList();
    }

    private Stream<Member> own(TenantScope scope) {
        return List.copyOf(members).stream()
                .filter(owned -> owned.clientAccountId().equals(scope.clientAccountId()))
                .map(Owned::member);
    }

    private Stream<Engagement> ofClientAccount(TenantScope scope) {
        return engagements.stream()
                .filter(engagement -> engagement.clientAccountId().equals(scope.clientAccountId()));
    }

    @Override
    public Runnable undo() {
        List<ClientAccount> accountsBefore = List.copyOf(accounts);
        List<Engagement> engagementsBefore = List.copyOf(engagements);
        List<Owned> membersBefore = List.copyOf(members);
        return () -> {
            accounts.clear();
            accounts.addAll(accountsBefore);
            engagements.clear();
            engagements.addAll(engagementsBefore);
            members.clear();
            members.addAll(membersBefore);
        };
    }
}
