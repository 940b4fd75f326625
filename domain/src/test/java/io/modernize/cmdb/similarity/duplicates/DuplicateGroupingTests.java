package io.modernize.cmdb.similarity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameAddress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameSerialNumber;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SimilarNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicateGroupingTests {
    private final DuplicateGrouping grouping = new DuplicateGrouping((one, other) -> false);

    @Test
    void joinsPairsThatHangTogether() {
        List<ProposedGroup> groups =
                grouping.group(List.of(pair(1, 2, 0.9), pair(2, 3, 0.6), pair(4, 5, 0.8), pair(1, 3, 0.5)));

        assertThat(groups)
                .extracting(ProposedGroup::id)
                .containsExactly(
                        DuplicateGroupId.of(List.of(id(5), id(4))), DuplicateGroupId.of(List.of(id(3), id(1), id(2))));
        assertThat(groups).extracting(ProposedGroup::score).containsExactly(0.8, 0.6);
        assertThat(groups.getLast().members()).containsExactly(version(1), version(2), version(3));
    }

    @Test
    void makesTheSameGroupsOfPairsInAnyOrder() {
        List<DuplicatePair> pairs = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int one = random.nextInt(300);
            pairs.add(pair(one, 300 + i, 0.5 + random.nextInt(50) / 100.0));
        }
        List<ProposedGroup> groups = grouping.group(pairs);

        Collections.shuffle(pairs, random);
        assertThat(grouping.group(pairs)).isEqualTo(groups);
        assertThat(groups).hasSizeGreaterThan(100);
    }

    @Test
    void partsALargeHeapWhereItIsWeakest() {
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int i = 1; i < 15; i++) {
            pairs.add(pair(i, i + 1, 0.9));
            pairs.add(pair(100 + i, 101 + i, 0.8));
        }
        pairs.add(pair(15, 101, 0.6));

        List<ProposedGroup> groups = grouping.group(pairs);

        assertThat(groups).extracting(group -> group.members().size()).containsExactly(15, 15);
        assertThat(groups).extracting(ProposedGroup::score).containsExactly(0.9, 0.8);
    }

    @Test
    void holdsTheBoundWhateverComes() {
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int one = 0; one < 60; one++) {
            for (int other = one + 1; other < 60; other++) {
                pairs.add(pair(one, other, 0.7));
            }
        }

        List<ProposedGroup> groups = grouping.group(pairs);

        assertThat(groups)
                .allSatisfy(group -> assertThat(group.members()).hasSizeBetween(2, DuplicateGrouping.MAX_MEMBERS));
        Set<AssetId> members = new HashSet<>();
        groups.forEach(group -> group.members()
                .forEach(member -> assertThat(members.add(member.id())).isTrue()));
        assertThat(members).hasSizeGreaterThan(50);
    }

    /** A record that fits both production and staging does not make them one; it goes where it fits better. */
    @Test
    void keepsSiblingsApartThatAThirdWouldJoin() {
        int production = 1;
        int staging = 2;
        int record = 3;
        DuplicateGrouping strict =
                new DuplicateGrouping((one, other) -> Set.of(one, other).equals(Set.of(id(production), id(staging))));

        assertThat(strict.group(List.of(pair(production, record, 0.8), pair(staging, record, 0.6))))
                .singleElement()
                .satisfies(group -> assertThat(group.members()).containsExactly(version(production), version(record)));
        assertThat(strict.group(List.of(pair(production, staging, 0.6), pair(staging, record, 0.55))))
                .as("unless they are a pair themselves")
                .hasSize(1);
    }

    @Test
    void collectsTheEvidenceOfAllPairs() {
        ProposedGroup group = grouping.group(List.of(
                        pair(1, 2, 0.9, new SameSerialNumber("A"), new SimilarNames(0.9)),
                        pair(2, 3, 0.8, new SameSerialNumber("A"), new SameAddress("192.0.2.1")),
                        pair(
                                1,
                                3,
                                0.7,
                                new SameSerialNumber("A"),
                                new SimilarNames(1),
                                new NearIdenticalVectors(0.97))))
                .getFirst();

        assertThat(group.evidence())
                .containsExactly(
                        new SameSerialNumber("A"),
                        new SameAddress("192.0.2.1"),
                        new SimilarNames(1),
                        new NearIdenticalVectors(0.97));
    }

    @Test
    void identifiesAGroupByItsMembers() {
        DuplicateGroupId group = DuplicateGroupId.of(List.of(id(1), id(2)));

        assertThat(DuplicateGroupId.of(List.of(id(2), id(1)))).isEqualTo(group);
        assertThat(DuplicateGroupId.of(List.of(id(1), id(3)))).isNotEqualTo(group);
        assertThat(group.value().version()).isEqualTo(8);
        assertThat(group.value().variant()).isEqualTo(2);
    }

    private static DuplicatePair pair(int one, int other, double score, DuplicateEvidence... evidence) {
        return DuplicatePair.of(version(other), version(one), List.of(evidence), score);
    }

    private static AssetVersion version(int number) {
        return new AssetVersion(
                id(number),
                ContentHash.ofContent(AssetAttributes.named("asset-" + number).build()));
    }

    private static AssetId id(int number) {
        return new AssetId(new UUID(0, number));
    }
}
