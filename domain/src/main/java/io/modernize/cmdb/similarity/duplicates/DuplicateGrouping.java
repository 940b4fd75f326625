package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameAddress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameSerialNumber;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SimilarNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Joins pairs to groups. Groups are the connected components, built from the best pair down. Two components stay apart
 * if they would exceed {@link #MAX_MEMBERS} together. A larger heap therefore becomes several groups, and is divided
 * where its pairs are weakest. Two components also stay apart if a member of one is known to be another thing than a
 * member of the other. A record that fits two siblings therefore does not join them.
 *
 * <p>Time and memory grow with the number of pairs. The same pairs give the same groups in any order.
 */
public final class DuplicateGrouping {
    /** The greatest number of members. Nobody compares more of them by eye. */
    public static final int MAX_MEMBERS = 20;

    private final BiPredicate<AssetId, AssetId> apart;

    /** @param apart whether two assets that are no pair are known to be two things; symmetric */
    public DuplicateGrouping(BiPredicate<AssetId, AssetId> apart) {
        this.apart = apart;
    }

    /**
     * The groups, highest score first.
     *
     * @param pairs each at most once
     */
    public List<ProposedGroup> group(Collection<DuplicatePair> pairs) {
        Set<Link> links = new HashSet<>();
        pairs.forEach(pair -> links.add(Link.of(pair)));
        Map<AssetId, Component> components = new HashMap<>();
        List<DuplicatePair> bestFirst =
                pairs.stream().sorted(DuplicatePair.BEST_FIRST).toList();
        for (DuplicatePair pair : bestFirst) {
            Component one = components.computeIfAbsent(pair.first().id(), id -> new Component(pair.first()));
            Component other = components.computeIfAbsent(pair.second().id(), id -> new Component(pair.second()));
            if (one != other && mayJoin(one, other, links)) {
                Component joined = one.join(other, pair.score());
                joined.members.keySet().forEach(id -> components.put(id, joined));
            }
        }
        for (DuplicatePair pair : bestFirst) {
            Component component = components.get(pair.first().id());
            if (component != null && component == components.get(pair.second().id())) {
                component.pairs.add(pair);
            }
        }
        Map<Component, Boolean> distinct = new IdentityHashMap<>();
        components.values().forEach(component -> distinct.put(component, true));
        return distinct.keySet().stream()
                .filter(component -> component.members.size() > 1)
                .map(Component::toGroup)
                .sorted(Comparator.comparingDouble(ProposedGroup::score)
                        .reversed()
                        .thenComparing(group -> group.id().toString()))
                .toList();
    }

    private boolean mayJoin(Component one, Component other, Set<Link> links) {
        if (one.members.size() + other.members.size() > MAX_MEMBERS) {
            return false;
        }
        for (AssetVersion member : one.members.values()) {
            for (AssetVersion stranger : other.members.values()) {
                if (!links.contains(Link.of(member.id(), stranger.id())) && apart.test(member.id(), stranger.id())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Two assets, in any order. */
    private record Link(AssetId lesser, AssetId greater) {
        static Link of(DuplicatePair pair) {
            return of(pair.first().id(), pair.second().id());
        }

        static Link of(AssetId one, AssetId other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Link(one, other) : new Link(other, one);
        }
    }

    /** The assets that are joined so far. */
    private static final class Component {
        private final Map<AssetId, AssetVersion> members = new TreeMap<>(Comparator.comparing(AssetId::toString));
        private final List<DuplicatePair> pairs = new ArrayList<>();
        private final double weakest;

        private Component(AssetVersion only) {
            this(1);
            members.put(only.id(), only);
        }

        private Component(double weakest) {
            this.weakest = weakest;
        }

        private Component join(Component other, double score) {
            Component joined = new Component(Math.min(score, Math.min(weakest, other.weakest)));
            joined.members.putAll(members);
            joined.members.putAll(other.members);
            return joined;
        }

        private ProposedGroup toGroup() {
            return new ProposedGroup(
                    DuplicateGroupId.of(members.keySet()), List.copyOf(members.values()), evidence(), weakest);
        }

        private List<DuplicateEvidence> evidence() {
            Set<DuplicateEvidence> serialNumbers = new LinkedHashSet<>();
            Set<DuplicateEvidence> addresses = new LinkedHashSet<>();
            OptionalDouble names = OptionalDouble.empty();
            OptionalDouble vectors = OptionalDouble.empty();
            for (DuplicatePair pair : pairs) {
                for (DuplicateEvidence evidence : pair.evidence()) {
                    switch (evidence) {
                        case SameSerialNumber same -> serialNumbers.add(same);
                        case SameAddress same -> addresses.add(same);
                        case SimilarNames(double similarity) -> names = greater(names, similarity);
                        case NearIdenticalVectors(double similarity) -> vectors = greater(vectors, similarity);
                    }
                }
            }
            List<DuplicateEvidence> all = new ArrayList<>(serialNumbers);
            all.addAll(addresses);
            names.ifPresent(similarity -> all.add(new SimilarNames(similarity)));
            vectors.ifPresent(similarity -> all.add(new NearIdenticalVectors(similarity)));
            return all;
        }

        private static OptionalDouble greater(OptionalDouble known, double similarity) {
            return OptionalDouble.of(Math.max(known.orElse(similarity), similarity));
        }
    }
}
