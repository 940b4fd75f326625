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

/** The review of probable duplicates by people. They look through the groups, and dismiss those that are none. */
public final class ReviewDuplicates {
    /** The greatest number of groups of a page. Each has up to twenty assets. */
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
        Page.requireLimit(query.limit(), MAX_PAGE, "groups");
        return groups.page(query);
    }

    /**
     * Records that the assets of a group are not duplicates. The group stays dismissed until one of its assets changes.
     *
     * @param by the person or program that dismisses the group
     */
    public ReviewOutcome dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by) {
        return outcome(groups.dismiss(scope, id, by, clock.instant()));
    }

    /** Takes back a dismissal. */
    public ReviewOutcome restore(TenantScope scope, DuplicateGroupId id) {
        return outcome(groups.restore(scope, id));
    }

    private static ReviewOutcome outcome(Optional<DuplicateGroup> group) {
        return group.<ReviewOutcome>map(Reviewed::new).orElseGet(GroupUnknown::new);
    }
}
