package io.modernize.cmdb.similarity.duplicates;

import java.util.List;

/**
 * Assets that probably record the same thing, as a scan has found them.
 *
 * @param members 2 to {@link DuplicateGrouping#MAX_MEMBERS}, in the order of their ids
 * @param evidence the evidence of all pairs of members: each shared value once, and the greatest of the similarities
 * @param score the score of the weakest pair that the group needed: {@link DuplicatePolicy#THRESHOLD} to 1
 */
public record ProposedGroup(
        DuplicateGroupId id, List<AssetVersion> members, List<DuplicateEvidence> evidence, double score) {
    public ProposedGroup {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }
}
