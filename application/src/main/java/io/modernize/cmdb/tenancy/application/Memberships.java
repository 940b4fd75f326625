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
     * In the order in which they were created.
     *
     * @param after only those behind this place; null to begin
     * @param limit most memberships of the page
     */
    Page<Member> page(TenantScope scope, @Nullable MembershipPosition after, int limit);

    Optional<Member> find(TenantScope scope, MembershipId id);

    /** Adds the membership. False where its identity has one. */
    boolean add(TenantScope scope, Member member);

    /** Changes role, engagements and label to those of the member. Does nothing where there is no such membership. */
    void change(TenantScope scope, Member member);

    /** Does nothing where there is no such membership. */
    void remove(TenantScope scope, MembershipId id);

    /** Has the identity's membership cover the engagement as well, where it covers only some. */
    void cover(TenantScope scope, PrincipalIdentity identity, EngagementId engagementId);

    /**
     * How many members are {@linkplain Member#isAdministratorOfAll() administrators of all}. Until the current transaction
     * ends, no other one of the client account gets an answer.
     */
    int lockAndCountAdministrators(TenantScope scope);
}
