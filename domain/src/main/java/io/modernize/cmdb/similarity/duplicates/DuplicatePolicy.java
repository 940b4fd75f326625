package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameAddress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameSerialNumber;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SimilarNames;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether two assets are probably one, and how probably.
 *
 * <p>Each kind of evidence has a weight, the probability that it alone would give; weights combine as independent
 * chances do, {@code 1 - (1 - a)(1 - b)…}. What the names say decides how much the rest is worth:
 *
 * <table>
 * <caption>Weights by {@link NameRelation}</caption>
 * <tr><th></th><th>same FQDN</th><th>same</th><th>similar</th><th>unrelated</th><th>siblings</th></tr>
 * <tr><td>serial number</td><td>0.9</td><td>0.9</td><td>0.9</td><td>0.8</td><td>0.6</td></tr>
 * <tr><td>address</td><td>0.6</td><td>0.6</td><td>0.6</td><td>0.5</td><td>0.2</td></tr>
 * <tr><td>vectors</td><td>0.5</td><td>0.5</td><td>0.4</td><td>0.3</td><td>0</td></tr>
 * <tr><td>names</td><td>0.7</td><td>0.55</td><td>0.3</td><td>0</td><td>0</td></tr>
 * </table>
 *
 * <p>Vectors alone never make a pair: an estate is full of machines that are described alike, and the numbered siblings
 * of a cluster lie nearer to each other than two records of one machine from different sources. Names that are not
 * qualified and yet the same are those of siblings where environment, location or addresses are known of both assets
 * and differ. Items of classes that cannot be one thing, such as a server and the database on it, share nothing but a
 * serial number that would speak for it. Two different serial numbers halve the score, whatever else there is.
 */
public final class DuplicatePolicy {
    /** The least score of a pair that is proposed. */
    public static final double THRESHOLD = 0.5;

    /** The least cosine similarity of vectors that is evidence. */
    public static final double NEAR_IDENTICAL = 0.95;

    /**
     * The least cosine similarity of vectors that is evidence for assets with {@link NameRelation#SIMILAR} names. A
     * typing error in a name leaves the rest of the document as it is. A letter that differs on purpose names another
     * role, and the document describes that role.
     */
    static final double NEAR_IDENTICAL_BUT_FOR_THE_NAME = 0.98;

    private static final double OTHER_SERIAL_NUMBER = 0.5;

    private enum Weights {
        QUALIFIED(0.9, 0.6, 0.5, 0.7),
        SAME(0.9, 0.6, 0.5, 0.55),
        SIMILAR(0.9, 0.6, 0.4, 0.3),
        UNRELATED(0.8, 0.5, 0.3, 0),
        SIBLINGS(0.6, 0.2, 0, 0),
        OTHER_KIND(0.6, 0, 0, 0);

        private final double serialNumber;
        private final double address;
        private final double vectors;
        private final double names;

        Weights(double serialNumber, double address, double vectors, double names) {
            this.serialNumber = serialNumber;
            this.address = address;
            this.vectors = vectors;
            this.names = names;
        }

        private double of(DuplicateEvidence evidence) {
            return switch (evidence) {
                case SameSerialNumber same -> serialNumber;
                case SameAddress same -> address;
                case NearIdenticalVectors near -> vectors;
                case SimilarNames similar -> names;
            };
        }

        private static Weights of(NameRelation relation) {
            return switch (relation) {
                case SAME_QUALIFIED -> QUALIFIED;
                case SAME -> SAME;
                case SIMILAR -> SIMILAR;
                case UNRELATED -> UNRELATED;
                case SIBLINGS -> SIBLINGS;
            };
        }
    }

    /**
     * The pair of these assets with its evidence. Empty if the evidence is not enough.
     *
     * @param shared the keys that both assets have, as far as no more assets of the engagement have them than {@link
     *     Kind#maxAssets} allows
     * @param similarity the cosine similarity of their vectors; null if it is not known, or too low to matter
     */
    public Optional<DuplicatePair> judge(
            Asset one, Asset other, Set<DuplicateKey> shared, @Nullable Double similarity) {
        AssetNames names = AssetNames.of(one.attributes());
        AssetNames others = AssetNames.of(other.attributes());
        NameRelation relation = relation(one.attributes(), names, other.attributes(), others, shared);
        Weights weights = AssetKind.canBeOne(
                        one.attributes().ciClass(), other.attributes().ciClass())
                ? Weights.of(relation)
                : Weights.OTHER_KIND;
        List<DuplicateEvidence> evidence = new ArrayList<>();
        value(shared, Kind.SERIAL_NUMBER).ifPresent(value -> evidence.add(new SameSerialNumber(value)));
        value(shared, Kind.ADDRESS).ifPresent(value -> evidence.add(new SameAddress(value)));
        evidence.add(new SimilarNames(relation == NameRelation.SIMILAR ? names.similarityTo(others) : 1));
        if (similarity != null
                && similarity
                        >= (relation == NameRelation.SIMILAR ? NEAR_IDENTICAL_BUT_FOR_THE_NAME : NEAR_IDENTICAL)) {
            evidence.add(new NearIdenticalVectors(Math.min(1, similarity)));
        }
        evidence.removeIf(reason -> weights.of(reason) == 0);
        double doubt =
                evidence.stream().mapToDouble(reason -> 1 - weights.of(reason)).reduce(1, (a, b) -> a * b);
        double score =
                (1 - doubt) * (haveOtherSerialNumbers(one.attributes(), other.attributes()) ? OTHER_SERIAL_NUMBER : 1);
        return score < THRESHOLD
                ? Optional.empty()
                : Optional.of(DuplicatePair.of(AssetVersion.of(one), AssetVersion.of(other), evidence, score));
    }

    /**
     * The asset with the attributes that are judged, and no others. The others may be large, and a scan has many assets
     * in memory.
     */
    public static Asset judgedPartOf(Asset asset) {
        AssetAttributes attributes = asset.attributes();
        AssetAttributes judged = AssetAttributes.named(attributes.name())
                .ciClass(attributes.ciClass())
                .environment(attributes.environment())
                .hostName(attributes.hostName())
                .fqdn(attributes.fqdn())
                .location(attributes.location())
                .serialNumber(attributes.serialNumber())
                .addresses(attributes.addresses())
                .build();
        return new Asset(
                asset.id(), asset.engagementId(), asset.key(), judged, "", asset.contentHash(), asset.updatedAt());
    }

    /** Whether the names alone tell that these are two things, so that no third asset may join them in one group. */
    public boolean areSiblings(Asset one, Asset other) {
        AssetNames names = AssetNames.of(one.attributes());
        AssetNames others = AssetNames.of(other.attributes());
        // As if no name were too common: a key that few or many share tells nothing about these two.
        Set<DuplicateKey> shared = DuplicateKey.of(one.attributes());
        return relation(one.attributes(), names, other.attributes(), others, shared) == NameRelation.SIBLINGS;
    }

    private static NameRelation relation(
            AssetAttributes one, AssetNames names, AssetAttributes other, AssetNames others, Set<DuplicateKey> shared) {
        NameRelation relation = names.relationTo(others);
        return switch (relation) {
            case SAME_QUALIFIED -> value(shared, Kind.QUALIFIED_NAME).isPresent() ? relation : NameRelation.UNRELATED;
            case SAME -> {
                if (areToldApart(one, other)) {
                    yield NameRelation.SIBLINGS;
                }
                yield value(shared, Kind.SHORT_NAME).isPresent() ? relation : NameRelation.UNRELATED;
            }
            case SIMILAR -> areToldApart(one, other) ? NameRelation.SIBLINGS : relation;
            case SIBLINGS, UNRELATED -> relation;
        };
    }

    private static boolean areToldApart(AssetAttributes one, AssetAttributes other) {
        SortedSet<String> addresses = HostAddresses.comparable(one.addresses());
        SortedSet<String> others = HostAddresses.comparable(other.addresses());
        return differ(one.environment(), other.environment())
                || differ(one.location(), other.location())
                || (!addresses.isEmpty()
                        && !others.isEmpty()
                        && addresses.stream().noneMatch(others::contains));
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equalsIgnoreCase(other);
    }

    private static boolean haveOtherSerialNumbers(AssetAttributes one, AssetAttributes other) {
        Optional<String> serialNumber = SerialNumbers.comparable(one.serialNumber());
        Optional<String> others = SerialNumbers.comparable(other.serialNumber());
        return serialNumber.isPresent() && others.isPresent() && !serialNumber.equals(others);
    }

    /**
     * The value of the shared key. If several are shared, it is the least of them, so that the evidence does not depend
     * on their order.
     */
    private static Optional<String> value(Set<DuplicateKey> shared, Kind kind) {
        return shared.stream()
                .filter(key -> key.kind() == kind)
                .map(DuplicateKey::value)
                .sorted()
                .findFirst();
    }
}
