package io.modernize.cmdb.similarity.duplicates;

import java.util.Comparator;
import java.util.List;

/**
 * Two assets that probably record the same thing.
 *
 * @param first the asset with the lesser id, in the order of their text
 * @param evidence at most one of each kind
 * @param score {@link DuplicatePolicy#THRESHOLD} to 1, higher is more probable
 */
public record DuplicatePair(AssetVersion first, AssetVersion second, List<DuplicateEvidence> evidence, double score) {
    /** The order of pairs, highest score first. It is total over the pairs of an engagement. */
    public static final Comparator<DuplicatePair> BEST_FIRST = Comparator.comparingDouble(DuplicatePair::score)
            .reversed()
            .thenComparing(pair -> pair.first().id().toString())
            .thenComparing(pair -> pair.second().id().toString());

    public DuplicatePair {
        evidence = List.copyOf(evidence);
    }

    /** A pair of these assets in their order. */
    static DuplicatePair of(AssetVersion one, AssetVersion other, List<DuplicateEvidence> evidence, double score) {
        boolean inOrder = one.id().toString().compareTo(other.id().toString()) < 0;
        return new DuplicatePair(inOrder ? one : other, inOrder ? other : one, evidence, score);
    }
}
