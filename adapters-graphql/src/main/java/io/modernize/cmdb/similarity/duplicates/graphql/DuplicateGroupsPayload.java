package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code DuplicateGroups}. */
record DuplicateGroupsPayload(
        List<DuplicateGroupPayload> groups, @Nullable String endCursor, boolean hasMore) {

    /** A page of what the given scope has. */
    static DuplicateGroupsPayload from(TenantScope scope, PageCursors cursors, ReviewDuplicates.Page page) {
        return new DuplicateGroupsPayload(
                page.groups().stream()
                        .map(group -> DuplicateGroupPayload.from(scope, group))
                        .toList(),
                page.groups().isEmpty()
                        ? null
                        : cursors.seal(
                                scope,
                                DuplicateCursor.write(page.groups().getLast().position())),
                page.more());
    }
}
