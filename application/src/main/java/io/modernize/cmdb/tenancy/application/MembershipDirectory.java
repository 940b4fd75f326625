package io.modernize.cmdb.tenancy.application;

import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.List;

/**
 * Looks up the memberships of an identity. It is the only read without a tenant scope, because scopes follow from its
 * answer.
 */
public interface MembershipDirectory {
    /** The memberships of exactly this identity, ordered by client account. Empty if there are none. */
    List<Membership> membershipsOf(PrincipalIdentity identity);
}
