package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameAddress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameSerialNumber;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SimilarNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence as columns. A pair has one value of each kind, a group may have several. */
record DuplicateEvidenceRow(
        List<String> serialNumbers,
        List<String> addresses,
        @Nullable Double nameSimilarity,
        @Nullable Double vectorSimilarity) {

    static DuplicateEvidenceRow of(List<DuplicateEvidence> evidence) {
        List<String> serialNumbers = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        Double names = null;
        Double vectors = null;
        for (DuplicateEvidence reason : evidence) {
            switch (reason) {
                case SameSerialNumber(String serialNumber) -> serialNumbers.add(serialNumber);
                case SameAddress(String address) -> addresses.add(address);
                case SimilarNames(double similarity) -> names = similarity;
                case NearIdenticalVectors(double similarity) -> vectors = similarity;
            }
        }
        return new DuplicateEvidenceRow(serialNumbers, addresses, names, vectors);
    }

    @Nullable
    String serialNumber() {
        return serialNumbers.isEmpty() ? null : serialNumbers.getFirst();
    }

    @Nullable
    String address() {
        return addresses.isEmpty() ? null : addresses.getFirst();
    }

    List<DuplicateEvidence> toDomain() {
        List<DuplicateEvidence> evidence = new ArrayList<>();
        serialNumbers.forEach(serialNumber -> evidence.add(new SameSerialNumber(serialNumber)));
        addresses.forEach(address -> evidence.add(new SameAddress(address)));
        if (nameSimilarity != null) {
            evidence.add(new SimilarNames(nameSimilarity));
        }
        if (vectorSimilarity != null) {
            evidence.add(new NearIdenticalVectors(vectorSimilarity));
        }
        return evidence;
    }
}
