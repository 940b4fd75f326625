package io.modernize.cmdb.similarity;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assets of one engagement that are probably one, as they now are.
 *
 * @param members at least two, in the order of their ids, which is the same after the same import; those deleted since the scan are not among them
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
        return new GroupPosition(score, lead(), id);
    }

    /**
     * What groups of equal scores are ordered by, by the codes of characters: name, source system and key of the member that
     * is first by these, in one text. Unlike an id it is the same after the same import.
     */
    public String lead() {
        return members.stream()
                .min(Asset.BY_NAME_AND_KEY)
                .map(first -> String.join(
                        "\u0001",
                        first.attributes().name(),
                        first.key().sourceSystem(),
                        first.key().externalKey()))
                .orElse("");
    }
}
