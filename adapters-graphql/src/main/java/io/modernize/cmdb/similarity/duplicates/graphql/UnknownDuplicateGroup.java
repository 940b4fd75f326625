package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import io.modernize.cmdb.similarity.duplicates.application.ReviewOutcome;
import org.jspecify.annotations.Nullable;

/** Type {@code UnknownDuplicateGroup}. */
record UnknownDuplicateGroup(
        String code, String message, @Nullable String field, String remedy)
        implements ReviewDuplicateGroupPayload, BusinessError {
    /** The answer is the same whether or not the group exists outside the caller's scope. */
    static UnknownDuplicateGroup from(ReviewOutcome.GroupUnknown refusal) {
        return new UnknownDuplicateGroup(
                "GROUP_UNKNOWN",
                "There is no such group among those you may see.",
                "groupId",
                "Send the id of a group that duplicateGroups returned; a later search may have replaced it.");
    }
}
