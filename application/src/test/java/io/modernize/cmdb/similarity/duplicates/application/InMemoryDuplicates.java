package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.duplicates.AssetVersion;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.application.Undoable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scans and groups in maps. Knows assets from a catalog. */
public final class InMemoryDuplicates implements DuplicateScans, DuplicateGroups, Undoable {
    private static final Comparator<DuplicateGroup> BEST_FIRST = Comparator.comparingDouble(DuplicateGroup::score)
            .reversed()
            .thenComparing(group -> group.id().toString());

    private final InMemoryAssetCatalog catalog;
    private final Map<Place, DuplicateScan> scans = new HashMap<>();
    private final Map<Place, Map<AssetId, Set<DuplicateKey>>> keys = new HashMap<>();
    private final Map<Place, Map<Set<AssetId>, DuplicatePair>> pairs = new HashMap<>();
    private final Map<Place, Map<DuplicateGroupId, Published>> groups = new HashMap<>();
    private final Map<Place, Map<DuplicateGroupId, Dismissal>> dismissals = new HashMap<>();

    private record Place(ClientAccountId clientAccountId, EngagementId engagementId) {}

    private record Published(ProposedGroup group, Instant foundAt) {}

    private record Dismissal(List<AssetVersion> members, Instant at) {}

    public InMemoryDuplicates(InMemoryAssetCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<DuplicateScan> find(TenantScope scope, EngagementId engagementId) {
        return Optional.ofNullable(scans.get(place(scope, engagementId)));
    }

    @Override
    public DuplicateScan begin(TenantScope scope, EngagementId engagementId, Instant now) {
        Place place = place(scope, engagementId);
        keys.remove(place);
        pairs.remove(place);
        DuplicateScan scan = DuplicateScan.begin(
                engagementId,
                catalog.page(scope, engagementId, null, Integer.MAX_VALUE).size(),
                now);
        scans.put(place, scan);
        return scan;
    }

    @Override
    public void save(TenantScope scope, DuplicateScan scan) {
        scans.put(place(scope, scan.engagementId()), scan);
    }

    @Override
    public void saveKeys(TenantScope scope, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> added) {
        Map<AssetId, Set<DuplicateKey>> known = new HashMap<>(keys.getOrDefault(place(scope, engagementId), Map.of()));
        added.forEach((assetId, own) -> {
            Set<DuplicateKey> all = new HashSet<>(known.getOrDefault(assetId, Set.of()));
            all.addAll(own);
            known.put(assetId, all);
        });
        keys.put(place(scope, engagementId), known);
    }

    @Override
    public List<SharedKey> sharedKeys(TenantScope scope, EngagementId engagementId, Collection<AssetId> assetIds) {
        Map<AssetId, Set<DuplicateKey>> known = keys.getOrDefault(place(scope, engagementId), Map.of());
        Map<DuplicateKey, Set<AssetId>> owners = new HashMap<>();
        Set<AssetId> existing = existing(scope);
        known.forEach((assetId, own) -> {
            if (existing.contains(assetId)) {
                own.forEach(key ->
                        owners.computeIfAbsent(key, any -> new HashSet<>()).add(assetId));
            }
        });
        return assetIds.stream()
                .flatMap(assetId -> known.getOrDefault(assetId, Set.of()).stream())
                .distinct()
                .map(key -> new SharedKey(key, owners.getOrDefault(key, Set.of())))
                .filter(key -> key.assetIds().size() > 1
                        && key.assetIds().size() <= key.key().kind().maxAssets())
                .toList();
    }

    @Override
    public void savePairs(TenantScope scope, EngagementId engagementId, List<DuplicatePair> added) {
        Map<Set<AssetId>, DuplicatePair> known =
                new HashMap<>(pairs.getOrDefault(place(scope, engagementId), Map.of()));
        for (DuplicatePair pair : added) {
            known.merge(
                    Set.of(pair.first().id(), pair.second().id()),
                    pair,
                    (one, other) -> other.score() > one.score() ? other : one);
        }
        pairs.put(place(scope, engagementId), known);
    }

    @Override
    public List<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId) {
        Set<AssetId> existing = existing(scope);
        return pairs.getOrDefault(place(scope, engagementId), Map.of()).values().stream()
                .filter(pair -> existing.contains(pair.first().id())
                        && existing.contains(pair.second().id()))
                .toList();
    }

    @Override
    public void publish(TenantScope scope, EngagementId engagementId, List<ProposedGroup> published, Instant now) {
        Place place = place(scope, engagementId);
        Map<DuplicateGroupId, Published> before = groups.getOrDefault(place, Map.of());
        Map<DuplicateGroupId, Published> after = new HashMap<>();
        for (ProposedGroup group : published) {
            Published known = before.get(group.id());
            after.put(group.id(), new Published(group, known == null ? now : known.foundAt()));
        }
        groups.put(place, after);
        pairs.remove(place);
    }

    @Override
    public Page<DuplicateGroup> page(DuplicateGroupsQuery query) {
        GroupPosition after = query.after();
        return Page.forward(
                after,
                query.limit(),
                most -> all(query.scope())
                        .filter(group -> query.includeDismissed() || group.dismissedAt() == null)
                        .filter(group -> after == null || isBehind(group, after))
                        .sorted(BEST_FIRST)
                        .limit(most)
                        .toList());
    }

    private static boolean isBehind(DuplicateGroup group, GroupPosition position) {
        return group.score() < position.score()
                || (group.score() == position.score()
                        && group.id().toString().compareTo(position.id().toString()) > 0);
    }

    @Override
    public Optional<DuplicateGroup> find(TenantScope scope, DuplicateGroupId id) {
        return all(scope).filter(group -> group.id().equals(id)).findFirst();
    }

    @Override
    public Optional<DuplicateGroup> dismiss(TenantScope scope, DuplicateGroupId id, PrincipalIdentity by, Instant now) {
        find(scope, id).filter(group -> group.dismissedAt() == null).ifPresent(group -> {
            Place place = place(scope, group.engagementId());
            Map<DuplicateGroupId, Dismissal> known = new HashMap<>(dismissals.getOrDefault(place, Map.of()));
            known.put(id, new Dismissal(versions(group.members()), now));
            dismissals.put(place, known);
        });
        return find(scope, id);
    }

    @Override
    public Optional<DuplicateGroup> restore(TenantScope scope, DuplicateGroupId id) {
        find(scope, id).ifPresent(group -> {
            Place place = place(scope, group.engagementId());
            Map<DuplicateGroupId, Dismissal> known = new HashMap<>(dismissals.getOrDefault(place, Map.of()));
            known.remove(id);
            dismissals.put(place, known);
        });
        return find(scope, id);
    }

    private Stream<DuplicateGroup> all(TenantScope scope) {
        return groups.entrySet().stream()
                .filter(entry -> entry.getKey().clientAccountId().equals(scope.clientAccountId())
                        && scope.engagements().includes(entry.getKey().engagementId()))
                .flatMap(entry -> entry.getValue().values().stream()
                        .map(published -> group(scope, entry.getKey(), published))
                        .filter(group -> group.members().size() > 1));
    }

    private DuplicateGroup group(TenantScope scope, Place place, Published published) {
        ProposedGroup group = published.group();
        Map<AssetId, ContentHash> compared = new HashMap<>();
        group.members().forEach(member -> compared.put(member.id(), member.contentHash()));
        List<Asset> members = catalog.all(scope)
                .filter(asset -> compared.containsKey(asset.id()))
                .toList();
        return new DuplicateGroup(
                group.id(),
                place.engagementId(),
                members,
                group.evidence(),
                group.score(),
                published.foundAt(),
                !versions(members).equals(group.members()),
                dismissedAt(place, group.id(), versions(members)));
    }

    private @Nullable Instant dismissedAt(Place place, DuplicateGroupId id, List<AssetVersion> members) {
        Dismissal dismissal = dismissals.getOrDefault(place, Map.of()).get(id);
        return dismissal != null && dismissal.members().equals(members) ? dismissal.at() : null;
    }

    private static List<AssetVersion> versions(List<Asset> assets) {
        return assets.stream().map(AssetVersion::of).toList();
    }

    private Set<AssetId> existing(TenantScope scope) {
        return catalog.all(scope).map(Asset::id).collect(Collectors.toSet());
    }

    private static Place place(TenantScope scope, EngagementId engagementId) {
        scope.requireCovers(engagementId);
        return new Place(scope.clientAccountId(), engagementId);
    }

    @Override
    public Runnable undo() {
        // The inner maps are replaced, never changed.
        List<Runnable> undo =
                List.of(restoring(scans), restoring(keys), restoring(pairs), restoring(groups), restoring(dismissals));
        return () -> undo.forEach(Runnable::run);
    }

    private static <T> Runnable restoring(Map<Place, T> map) {
        Map<Place, T> before = Map.copyOf(map);
        return () -> {
            map.clear();
            map.putAll(before);
        };
    }
}
