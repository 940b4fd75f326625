package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicateGrouping;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans.SharedKey;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assets of an engagement that were probably recorded twice. Goes through the assets page by page, first to
 * note their keys, then to compare each with the few that share a key with it and with its nearest neighbours. Each page
 * commits together with the position behind it, so that a scan goes on where it was, however it ended.
 */
public final class FindDuplicates {
    /** Assets of a page: what is lost at most, and what a transaction holds. */
    public static final int PAGE = 200;

    /** A second record is among the very nearest; with more, a cluster's machines would only crowd in. */
    private static final TopK NEIGHBOURS = new TopK(10);

    private final AssetCatalog catalog;
    private final ActiveSpaces spaces;
    private final EmbeddingStore store;
    private final EmbeddingIndex index;
    private final DuplicateScans scans;
    private final DuplicatePolicy policy;
    private final TenantTransactions transactions;
    private final Clock clock;

    public FindDuplicates(
            AssetCatalog catalog,
            ActiveSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex index,
            DuplicateScans scans,
            DuplicatePolicy policy,
            TenantTransactions transactions,
            Clock clock) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.store = store;
        this.index = index;
        this.scans = scans;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The engagement's scan that was interrupted, or a new one. */
    public DuplicateScan begin(TenantScope scope, EngagementId engagementId) {
        return transactions.inScope(
                scope,
                () -> scans.find(scope, engagementId)
                        .filter(scan -> scan.phase() != Phase.FINISHED)
                        .orElseGet(() -> scans.begin(scope, engagementId, clock.instant())));
    }

    /**
     * Takes the scan one page further, and stores that.
     *
     * @throws IllegalArgumentException where the scope does not cover the scan's engagement
     */
    public DuplicateScan advance(TenantScope scope, DuplicateScan scan) {
        // Whatever else the scope covers: duplicates are looked for inside one engagement.
        TenantScope engagement = scope.narrowedTo(scan.engagementId())
                .orElseThrow(() ->
                        new IllegalArgumentException("the scope does not cover engagement " + scan.engagementId()));
        return switch (scan.phase()) {
            case KEYS -> noteKeys(engagement, scan);
            case PAIRS -> compare(engagement, scan);
            case GROUPS -> group(engagement, scan);
            case FINISHED -> scan;
        };
    }

    private DuplicateScan noteKeys(TenantScope scope, DuplicateScan scan) {
        return transactions.inScope(scope, () -> {
            List<Asset> page = catalog.page(scope, scan.engagementId(), scan.after(), PAGE);
            if (page.isEmpty()) {
                return saved(scope, scan.in(Phase.PAIRS));
            }
            Map<AssetId, Set<DuplicateKey>> keys = new LinkedHashMap<>();
            page.forEach(asset -> keys.put(asset.id(), DuplicateKey.of(asset.attributes())));
            scans.saveKeys(scope, scan.engagementId(), keys);
            return saved(scope, scan.noted(page.getLast().id()));
        });
    }

    private DuplicateScan compare(TenantScope scope, DuplicateScan scan) {
        List<Asset> page = catalog.page(scope, scan.engagementId(), scan.after(), PAGE);
        if (page.isEmpty()) {
            return saved(scope, scan.in(Phase.GROUPS));
        }
        // Outside the transaction that stores the pairs: the searches of a page may take a second.
        Collection<DuplicatePair> pairs = pairs(scope, scan.engagementId(), page);
        return transactions.inScope(scope, () -> {
            scans.savePairs(scope, scan.engagementId(), List.copyOf(pairs));
            return saved(scope, scan.compared(page.getLast().id(), page.size()));
        });
    }

    private DuplicateScan saved(TenantScope scope, DuplicateScan scan) {
        scans.save(scope, scan);
        return scan;
    }

    private Collection<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId, List<Asset> page) {
        List<SharedKey> shared = scans.sharedKeys(
                scope, engagementId, page.stream().map(Asset::id).toList());
        Map<AssetId, List<SharedKey>> keysOf = new HashMap<>();
        shared.forEach(key -> key.assetIds()
                .forEach(id ->
                        keysOf.computeIfAbsent(id, asset -> new ArrayList<>()).add(key)));
        Map<AssetId, Asset> known = new HashMap<>();
        page.forEach(asset -> known.put(asset.id(), asset));
        catalog.findAll(
                        scope,
                        keysOf.keySet().stream()
                                .filter(id -> !known.containsKey(id))
                                .toList())
                .forEach(asset -> known.put(asset.id(), asset));
        EmbeddingSpace space = spaces.active(scope);
        Map<Set<AssetId>, DuplicatePair> best = new LinkedHashMap<>();
        for (Asset asset : page) {
            Map<AssetId, Double> similarities = new HashMap<>();
            for (SimilarAsset hit : neighbours(scope, space, asset)) {
                known.putIfAbsent(hit.asset().id(), hit.asset());
                similarities.put(hit.asset().id(), hit.score());
            }
            List<SharedKey> keys = keysOf.getOrDefault(asset.id(), List.of());
            for (AssetId otherId : candidates(asset.id(), keys, similarities.keySet())) {
                Asset other = known.get(otherId);
                if (other != null) {
                    policy.judge(asset, other, keysOf(keys, otherId), similarities.get(otherId))
                            .ifPresent(pair -> best.merge(
                                    Set.of(asset.id(), otherId),
                                    pair,
                                    (one, another) -> another.score() > one.score() ? another : one));
                }
            }
        }
        return best.values();
    }

    private List<SimilarAsset> neighbours(TenantScope scope, EmbeddingSpace space, Asset asset) {
        // A stale hit's score speaks of what that asset was before.
        return store.find(scope, space, asset.id()).stream()
                .flatMap(vector -> index
                        .nearest(
                                scope,
                                new NearestQuery(
                                        space,
                                        vector,
                                        NEIGHBOURS,
                                        AssetFilter.none(),
                                        new MinimumScore(DuplicatePolicy.NEAR_IDENTICAL),
                                        asset.id()))
                        .hits()
                        .stream())
                .filter(hit -> !hit.stale())
                .toList();
    }

    private static Set<AssetId> candidates(AssetId assetId, List<SharedKey> keys, Set<AssetId> neighbours) {
        Set<AssetId> candidates = new HashSet<>(neighbours);
        keys.forEach(key -> candidates.addAll(key.assetIds()));
        candidates.remove(assetId);
        return candidates;
    }

    private static Set<DuplicateKey> keysOf(List<SharedKey> keys, AssetId other) {
        Set<DuplicateKey> shared = new HashSet<>();
        for (SharedKey key : keys) {
            if (key.assetIds().contains(other)) {
                shared.add(key.key());
            }
        }
        return shared;
    }

    private DuplicateScan group(TenantScope scope, DuplicateScan scan) {
        List<DuplicatePair> pairs = scans.pairs(scope, scan.engagementId());
        Map<AssetId, Asset> assets = assetsOf(scope, pairs);
        DuplicateGrouping grouping =
                new DuplicateGrouping((one, other) -> areSiblings(assets.get(one), assets.get(other)));
        List<ProposedGroup> groups = grouping.group(pairs);
        return transactions.inScope(scope, () -> {
            scans.publish(scope, scan.engagementId(), groups, clock.instant());
            return saved(scope, scan.finished(groups.size()));
        });
    }

    private Map<AssetId, Asset> assetsOf(TenantScope scope, List<DuplicatePair> pairs) {
        Set<AssetId> ids = new HashSet<>();
        pairs.forEach(pair -> {
            ids.add(pair.first().id());
            ids.add(pair.second().id());
        });
        List<AssetId> all = List.copyOf(ids);
        Map<AssetId, Asset> assets = new HashMap<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            catalog.findAll(scope, all.subList(from, Math.min(all.size(), from + PAGE)))
                    .forEach(asset -> assets.put(asset.id(), asset));
        }
        return assets;
    }

    /** Of an asset that is gone nothing is known. */
    private boolean areSiblings(@Nullable Asset one, @Nullable Asset other) {
        return one != null && other != null && policy.areSiblings(one, other);
    }
}
