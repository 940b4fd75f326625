package io.modernize.cmdb.similarity.duplicates;

/** A reason why two assets are probably duplicates. */
public sealed interface DuplicateEvidence {

    /** @param serialNumber letters in upper case and digits only */
    record SameSerialNumber(String serialNumber) implements DuplicateEvidence {}

    /** @param address an IP address in its canonical form */
    record SameAddress(String address) implements DuplicateEvidence {}

    /** @param similarity the similarity of the names, above 0; it is 1 if they differ in case and separators only */
    record SimilarNames(double similarity) implements DuplicateEvidence {}

    /** @param similarity cosine similarity of the embeddings, {@link DuplicatePolicy#NEAR_IDENTICAL} to 1 */
    record NearIdenticalVectors(double similarity) implements DuplicateEvidence {}
}
