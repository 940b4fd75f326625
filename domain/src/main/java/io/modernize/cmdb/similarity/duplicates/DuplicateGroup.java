package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assets of one engagement that are probably one, as they now are.
 *
 * @param members at least two, in the order of their ids; those deleted since the scan are not among them
 * @param evidence as the scan found it
 * @param score {@link DuplicatePolicy#THRESHOLD} to 1, higher is more probable
 * @param foundAt end of the scan that first found these members together
 * @param stale whether a member has changed or gone since it was compared, so that evidence and score speak of earlier
 * @param dismissedAt when somebody said that these are no duplicates; null where nobody did, and where a member has
 *     changed since
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
