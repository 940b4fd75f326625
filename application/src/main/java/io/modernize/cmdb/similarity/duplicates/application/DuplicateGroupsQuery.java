package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * The choice of groups of probable duplicates.
 *
 * @param limit the greatest number of groups
 * @param after only groups after this one; null to begin
 * @param includeDismissed whether dismissed groups are included
 */
public record DuplicateGroupsQuery(
        TenantScope scope, int limit, @Nullable GroupPosition after, boolean includeDismissed) {}
