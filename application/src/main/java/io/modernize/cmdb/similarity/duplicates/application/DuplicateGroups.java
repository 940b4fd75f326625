package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * The groups of probable duplicates that were found in a scope. A group that has less than two assets left is not
 * shown.
 */
public interface DuplicateGroups {
    /** Groups beyond the query's position, best score first, equal scores in the order of ids. */
    Page<DuplicateGroup> page(DuplicateGroupsQuery query);

    Optional<DuplicateGroup> find(TenantScope scope, DuplicateGroupId id);

    /**
     * Records that the assets of the group, as they are now, are not duplicates, and returns the group. The first
     * dismissal is kept. Empty if the scope has no such group.
     */
    Optional<DuplicateGroup> dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by, Instant now);

    /** Takes back a dismissal and returns the group. Empty if the scope has no such group. */
    Optional<DuplicateGroup> restore(TenantScope scope, DuplicateGroupId id);
}
