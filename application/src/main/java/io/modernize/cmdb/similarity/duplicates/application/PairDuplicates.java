package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans.SharedKey;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares assets with the few that share a key with them and with their nearest neighbours. */
public final class PairDuplicates {
    /** The number of assets that are looked up with one statement. Whole assets may be large. */
    private static final int PAGE = 100;

    private final AssetCatalog catalog;
    private final NearIdenticalAssets neighbours;
    private final DuplicateScans scans;
    private final DuplicatePolicy policy;

    public PairDuplicates(
            AssetCatalog catalog, NearIdenticalAssets neighbours, DuplicateScans scans, DuplicatePolicy policy) {
        this.catalog = catalog;
        this.neighbours = neighbours;
        this.scans = scans;
        this.policy = policy;
    }

    /** The pairs of these assets with others. If a pair was judged twice, it is the judgement with the higher score. */
    Collection<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId, List<Asset> page) {
        List<SharedKey> shared = scans.sharedKeys(
                scope, engagementId, page.stream().map(Asset::id).toList());
        Map<AssetId, List<SharedKey>> keysOf = new HashMap<>();
        shared.forEach(key -> key.assetIds()
                .forEach(id ->
                        keysOf.computeIfAbsent(id, asset -> new ArrayList<>()).add(key)));
        Map<AssetId, Asset> known = new HashMap<>();
        page.forEach(asset -> known.put(asset.id(), asset));
        List<AssetId> others =
                keysOf.keySet().stream().filter(id -> !known.containsKey(id)).toList();
        for (int from = 0; from < others.size(); from += PAGE) {
            catalog.findAll(scope, others.subList(from, Math.min(others.size(), from + PAGE)))
                    .forEach(asset -> known.put(asset.id(), DuplicatePolicy.judgedPartOf(asset)));
        }
        EmbeddingSpace space = neighbours.space(scope);
        Map<Set<AssetId>, DuplicatePair> best = new LinkedHashMap<>();
        for (Asset asset : page) {
            Map<AssetId, Double> similarities = new HashMap<>();
            for (SimilarAsset hit : neighbours.of(scope, space, asset)) {
                known.putIfAbsent(hit.asset().id(), DuplicatePolicy.judgedPartOf(hit.asset()));
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
}
