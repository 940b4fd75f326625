package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.List;

/** Looks up what an identity may do. The one read without a tenant scope, since scopes come from its answer. */
public interface MembershipDirectory {
    /** The memberships of exactly this identity, ordered by client account; empty where there are none. */
    List<Membership> membershipsOf(PrincipalIdentity identity);
}
