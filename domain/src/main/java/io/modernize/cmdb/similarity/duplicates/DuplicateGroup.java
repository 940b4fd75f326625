package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assets of one engagement that probably record the same thing, as they are now.
 *
 * @param members at least two, in the order of their ids; assets that were deleted since the scan are left out
 * @param evidence as the scan found it
 * @param score {@link DuplicatePolicy#THRESHOLD} to 1, higher is more probable
 * @param foundAt the end of the scan that first found these members together
 * @param stale whether a member was changed or deleted since it was compared, so that evidence and score describe an
 *     earlier state
 * @param dismissedAt when somebody said that these are no duplicates; null if nobody did, or if a member has changed
 *     since
 */
public record DuplicateGroup(
        DuplicateGroupId id,
        EngagementId engagementId,
        List<Asset> members,
        List<DuplicateEvidence> evidence,
        double score,
        Instant foundAt,
        boolean stale,
        @Nullable Instant dismissedAt) {
    public DuplicateGroup {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }

    public GroupPosition position() {
        return new GroupPosition(score, id);
    }
}
