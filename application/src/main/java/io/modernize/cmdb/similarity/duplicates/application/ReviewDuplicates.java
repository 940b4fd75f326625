package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.application.ReviewOutcome.GroupUnknown;
import io.modernize.cmdb.similarity.duplicates.application.ReviewOutcome.Reviewed;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Clock;
import java.util.Optional;

/** What people do with groups of probable duplicates: look through them, and dismiss those that are none. */
public final class ReviewDuplicates {
    /** Most groups of a page: each has up to twenty assets. */
    public static final int MAX_PAGE = 100;

    private final DuplicateGroups groups;
    private final Clock clock;

    public ReviewDuplicates(DuplicateGroups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * The groups that the query asks for.
     *
     * @throws IllegalArgumentException unless the query's limit is 1 to {@link #MAX_PAGE}
     */
    public Page<DuplicateGroup> find(DuplicateGroupsQuery query) {
        if (query.limit() < 1 || query.limit() > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " groups");
        }
        return groups.page(query);
    }

    /**
     * Says that a group's assets are no duplicates. It stays dismissed until one of them changes.
     *
     * @param by who says so
     */
    public ReviewOutcome dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by) {
        return outcome(groups.dismiss(scope, id, by, clock.instant()));
    }

    /** Takes a dismissal back. */
    public ReviewOutcome restore(TenantScope scope, DuplicateGroupId id) {
        return outcome(groups.restore(scope, id));
    }

    private static ReviewOutcome outcome(Optional<DuplicateGroup> group) {
        return group.<ReviewOutcome>map(Reviewed::new).orElseGet(GroupUnknown::new);
    }
}
