package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;
import io.modernize.cmdb.api.lookups.EngagementLookUp;
import io.modernize.cmdb.api.lookups.EngagementPayload;
import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.similarity.assets.graphql.SearchArguments;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroupsQuery;
import io.modernize.cmdb.similarity.duplicates.application.ReviewDuplicates;
import io.modernize.cmdb.similarity.duplicates.application.ReviewOutcome;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Shows groups of probable duplicates, and records their review. */
@Controller
final class DuplicateController {

    private final ReviewDuplicates reviewDuplicates;
    private final EngagementLookUp engagements;

    DuplicateController(ReviewDuplicates reviewDuplicates, EngagementLookUp engagements) {
        this.reviewDuplicates = reviewDuplicates;
        this.engagements = engagements;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    PageConnection<DuplicateGroupPayload> duplicateGroups(
            TenantScope scope,
            PageCursors cursors,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Boolean includeDismissed) {
        Page<DuplicateGroup> page = reviewDuplicates.find(new DuplicateGroupsQuery(
                scope,
                PageSize.of(first, ReviewDuplicates.MAX_PAGE),
                cursors.open(scope, "after", after, DuplicateCursor::read),
                includeDismissed != null && includeDismissed));
        return PageConnection.from(
                page,
                group -> DuplicateGroupPayload.from(scope, group),
                group -> cursors.seal(scope, DuplicateCursor.write(group.position())));
    }

    @MutationMapping
    ReviewDuplicateGroupPayload dismissDuplicateGroup(
            TenantScope scope, PrincipalIdentity caller, @Argument DismissDuplicateGroupInput input) {
        return review(scope, input.groupId(), id -> reviewDuplicates.dismiss(scope, id, caller));
    }

    @MutationMapping
    ReviewDuplicateGroupPayload restoreDuplicateGroup(TenantScope scope, @Argument RestoreDuplicateGroupInput input) {
        return review(scope, input.groupId(), id -> reviewDuplicates.restore(scope, id));
    }

    private static ReviewDuplicateGroupPayload review(
            TenantScope scope, String groupId, Function<DuplicateGroupId, ReviewOutcome> review) {
        Optional<DuplicateGroupId> id = SearchArguments.groupId(groupId);
        if (id.isEmpty()) {
            return ReviewDuplicateGroupPayload.refused(MutationError.noUuid("groupId"));
        }
        return switch (review.apply(id.get())) {
            case ReviewOutcome.Reviewed(var group) ->
                ReviewDuplicateGroupPayload.reviewed(DuplicateGroupPayload.from(scope, group));
            case ReviewOutcome.GroupUnknown refusal -> ReviewDuplicateGroupPayload.refused(groupUnknown());
        };
    }

    /** Whether the group exists outside the caller's scope makes no difference. */
    private static MutationError groupUnknown() {
        return new MutationError(
                MutationErrorCode.GROUP_UNKNOWN,
                "There is no such group among those you may see.",
                "groupId",
                "Send the id of a group that duplicateGroups returned; a later search may have replaced it.");
    }

    @BatchMapping(typeName = "DuplicateGroup")
    Map<DuplicateGroupPayload, EngagementPayload> engagement(List<DuplicateGroupPayload> groups) {
        return engagements.of(groups);
    }
}
