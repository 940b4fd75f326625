package io.modernize.cmdb.similarity.duplicates;

import java.util.List;

/**
 * Assets that are probably one, as a scan has found them.
 *
 * @param members 2 to {@link DuplicateGrouping#MAX_MEMBERS}, in the order of their ids
 * @param evidence of all pairs of members: each shared value once, of similarities the greatest
 * @param score of the weakest pair that the group needed: {@link DuplicatePolicy#THRESHOLD} to 1
 */
public record ProposedGroup(
        DuplicateGroupId id, List<AssetVersion> members, List<DuplicateEvidence> evidence, double score) {
    public ProposedGroup {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }
}
