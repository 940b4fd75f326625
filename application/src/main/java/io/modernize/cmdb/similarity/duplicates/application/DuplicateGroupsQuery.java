package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of probable duplicates to return.
 *
 * @param limit at most so many
 * @param after only those behind this one; null to begin
 * @param includeDismissed whether those that were dismissed are among them
 */
public record DuplicateGroupsQuery(
        TenantScope scope, int limit, @Nullable GroupPosition after, boolean includeDismissed) {}
