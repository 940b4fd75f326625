package io.modernize.cmdb.api;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
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
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.InMemoryAdministration;
import io.modernize.cmdb.tenancy.application.MembershipDirectory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Two client accounts, Northwind with two engagements and Harbor with one, and people of every kind. */
public final class InMemoryTenancy implements MembershipDirectory, EngagementCatalog {
    public static final ClientAccount NORTHWIND = account("northwind", "Northwind Traders");
    public static final ClientAccount HARBOR = account("harbor", "Harbor Logistics");
    public static final Engagement DATACENTRE_EXIT = engagement(NORTHWIND, "datacentre-exit", "Datacentre exit");
    public static final Engagement ERP = engagement(NORTHWIND, "erp", "ERP renewal");
    public static final Engagement HARBOR_CLOUD = engagement(HARBOR, "cloud", "Cloud landing zone");

    public static final PrincipalIdentity ANALYST = identity();
    /** Sees only the ERP engagement of Northwind. */
    public static final PrincipalIdentity ERP_AGENT = identity();

    public static final PrincipalIdentity VIEWER = identity();
    public static final PrincipalIdentity CONSULTANT_OF_BOTH = identity();
    public static final PrincipalIdentity STRANGER = identity();
    public static final PrincipalIdentity ADMINISTRATOR = identity();
    /** Manages the ERP engagement of Northwind, and may create others. */
    public static final PrincipalIdentity ERP_MANAGER = identity();

    public static final PrincipalIdentity HARBOR_ADMINISTRATOR = identity();

    private static final List<Membership> MEMBERSHIPS = List.of(
            new Membership(ADMINISTRATOR, NORTHWIND.id(), Role.ADMINISTRATOR, new EngagementSelection.All()),
            new Membership(HARBOR_ADMINISTRATOR, HARBOR.id(), Role.ADMINISTRATOR, new EngagementSelection.All()),
            new Membership(
                    ERP_MANAGER,
                    NORTHWIND.id(),
                    Role.ENGAGEMENT_MANAGER,
                    new EngagementSelection.Only(Set.of(ERP.id()))),
            new Membership(ANALYST, NORTHWIND.id(), Role.ANALYST, new EngagementSelection.All()),
            new Membership(ERP_AGENT, NORTHWIND.id(), Role.AGENT, new EngagementSelection.Only(Set.of(ERP.id()))),
            new Membership(VIEWER, NORTHWIND.id(), Role.VIEWER, new EngagementSelection.All()),
            new Membership(CONSULTANT_OF_BOTH, NORTHWIND.id(), Role.ANALYST, new EngagementSelection.All()),
            new Membership(CONSULTANT_OF_BOTH, HARBOR.id(), Role.ANALYST, new EngagementSelection.All()));

    private final AtomicInteger membershipLookUps = new AtomicInteger();
    private final AtomicInteger engagementLookUps = new AtomicInteger();
    private final InMemoryAdministration administration = new InMemoryAdministration();
    private final Runnable nothing = administration.undo();

    InMemoryTenancy() {
        reset();
    }

    /** What is kept, and can be changed. */
    InMemoryAdministration administration() {
        return administration;
    }

    /** Takes all changes back. */
    public void reset() {
        nothing.run();
        List.of(NORTHWIND, HARBOR).forEach(administration::create);
        List.of(DATACENTRE_EXIT, ERP, HARBOR_CLOUD).forEach(administration::create);
        MEMBERSHIPS.forEach(membership -> administration.add(
                TenantScope.forJob(membership.clientAccountId()),
                new Member(
                        new MembershipId(UUID.randomUUID()),
                        membership.identity(),
                        membership.role(),
                        membership.engagements(),
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH)));
    }

    @Override
    public List<Membership> membershipsOf(PrincipalIdentity identity) {
        membershipLookUps.incrementAndGet();
        return administration.membershipsOf(identity).stream()
                .sorted(Comparator.comparing(
                        membership -> membership.clientAccountId().equals(HARBOR.id())))
                .toList();
    }

    @Override
    public ClientAccount clientAccount(TenantScope scope) {
        return administration.clientAccount(scope);
    }

    @Override
    public List<Engagement> engagements(TenantScope scope) {
        engagementLookUps.incrementAndGet();
        return administration.engagements(scope);
    }

    /** How often memberships were looked up since the last call. */
    public int takeMembershipLookUps() {
        return membershipLookUps.getAndSet(0);
    }

    /** How often engagements were looked up since the last call. */
    public int takeEngagementLookUps() {
        return engagementLookUps.getAndSet(0);
    }

    private static ClientAccount account(String slug, String name) {
        return new ClientAccount(new ClientAccountId(UUID.randomUUID()), new Slug(slug), name);
    }

    private static Engagement engagement(ClientAccount account, String slug, String name) {
        return new Engagement(account.id(), new EngagementId(UUID.randomUUID()), new Slug(slug), name);
    }

    private static PrincipalIdentity identity() {
        return new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    }
}
