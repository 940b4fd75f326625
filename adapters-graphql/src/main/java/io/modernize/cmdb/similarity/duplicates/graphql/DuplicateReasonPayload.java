package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence;
import java.util.Locale;

/** GraphQL type {@code DuplicateReason}. */
record DuplicateReasonPayload(Kind kind, String text) {

    /** GraphQL enum {@code DuplicateReasonKind}. */
    enum Kind {
        NEAR_IDENTICAL_VECTORS,
        SAME_SERIAL_NUMBER,
        SAME_ADDRESS,
        SIMILAR_NAMES
    }

    static DuplicateReasonPayload from(DuplicateEvidence evidence) {
        return switch (evidence) {
            case DuplicateEvidence.SameSerialNumber(String serialNumber) ->
                new DuplicateReasonPayload(
                        Kind.SAME_SERIAL_NUMBER, "They share the serial number " + serialNumber + ".");
            case DuplicateEvidence.SameAddress(String address) ->
                new DuplicateReasonPayload(Kind.SAME_ADDRESS, "They share the address " + address + ".");
            case DuplicateEvidence.SimilarNames(double similarity) ->
                new DuplicateReasonPayload(
                        Kind.SIMILAR_NAMES,
                        similarity == 1
                                ? "Their names are the same, ignoring case, separators and domain."
                                : "Their names differ in one letter.");
            case DuplicateEvidence.NearIdenticalVectors(double similarity) ->
                new DuplicateReasonPayload(
                        Kind.NEAR_IDENTICAL_VECTORS,
                        String.format(
                                Locale.ROOT,
                                "Their descriptions are nearly identical: cosine similarity %.3f.",
                                similarity));
        };
    }
}
