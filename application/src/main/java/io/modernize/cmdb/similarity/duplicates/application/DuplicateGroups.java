package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.Optional;

/** The groups of probable duplicates that were found in a scope. One of which less than two assets are left is none. */
public interface DuplicateGroups {
    /** Groups beyond the query's position, best score first, equal scores in the order of ids. */
    Page<DuplicateGroup> page(DuplicateGroupsQuery query);

    Optional<DuplicateGroup> find(TenantScope scope, DuplicateGroupId id);

    /**
     * Notes that the group's assets, as they now are, are no duplicates, and returns the group. Who said so first
     * stays. Empty where the scope has no such group.
     */
    Optional<DuplicateGroup> dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by, Instant now);

    /** Takes a dismissal back and returns the group. Empty where the scope has no such group. */
    Optional<DuplicateGroup> restore(TenantScope scope, DuplicateGroupId id);
}
