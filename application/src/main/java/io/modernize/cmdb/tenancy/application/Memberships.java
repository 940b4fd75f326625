package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Member;
import io.modernize.cmdb.tenancy.MembershipId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The memberships of a client account. A scope stands for its client account. */
public interface Memberships {
    /**
     * The memberships in the order in which they were created.
     *
     * @param after only memberships after this place; null to begin
     */
    Page<Member> page(TenantScope scope, @Nullable MembershipPosition after, int limit);

    Optional<Member> find(TenantScope scope, MembershipId id);

    /** Adds the membership. False if its identity has one already. */
    boolean add(TenantScope scope, Member member);

    /** Replaces role, engagements and label by those of the member. Does nothing if there is no such membership. */
    void change(TenantScope scope, Member member);

    /** Removes the membership. Does nothing if there is none. */
    void remove(TenantScope scope, MembershipId id);

    /**
     * Adds the engagement to those that the identity's membership covers. Does nothing if the membership covers all.
     */
    void cover(TenantScope scope, PrincipalIdentity identity, EngagementId engagementId);

    /**
     * The number of {@linkplain Member#isAdministratorOfAll() administrators of all engagements}. Until the current
     * transaction ends, other transactions of the client account wait here.
     */
    int lockAndCountAdministrators(TenantScope scope);
}
