package io.modernize.cmdb.similarity.duplicates;

/** A reason to take assets for duplicates. */
public sealed interface DuplicateEvidence {

    /** @param serialNumber letters and digits only, upper case */
    record SameSerialNumber(String serialNumber) implements DuplicateEvidence {}

    /** @param address an IP address in its canonical form */
    record SameAddress(String address) implements DuplicateEvidence {}

    /** @param similarity of the names: above 0 to 1, where they are the same but for case and separators */
    record SimilarNames(double similarity) implements DuplicateEvidence {}

    /** @param similarity cosine similarity of the embeddings, {@link DuplicatePolicy#NEAR_IDENTICAL} to 1 */
    record NearIdenticalVectors(double similarity) implements DuplicateEvidence {}
}
