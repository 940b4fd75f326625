package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicateGrouping;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins pairs to groups of assets that probably record the same thing, and keeps siblings apart. */
public final class GroupDuplicates {
    /** The number of assets that are looked up with one statement. */
    private static final int PAGE = 200;

    private final AssetCatalog catalog;
    private final DuplicatePolicy policy;

    public GroupDuplicates(AssetCatalog catalog, DuplicatePolicy policy) {
        this.catalog = catalog;
        this.policy = policy;
    }

    List<ProposedGroup> groups(TenantScope scope, List<DuplicatePair> pairs) {
        Map<AssetId, Asset> assets = assetsOf(scope, pairs);
        DuplicateGrouping grouping =
                new DuplicateGrouping((one, other) -> areSiblings(assets.get(one), assets.get(other)));
        return grouping.group(pairs);
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
                    .forEach(asset -> assets.put(asset.id(), DuplicatePolicy.judgedPartOf(asset)));
        }
        return assets;
    }

    /** Whether the assets are siblings. It is not known of an asset that was deleted. */
    private boolean areSiblings(@Nullable Asset one, @Nullable Asset other) {
        return one != null && other != null && policy.areSiblings(one, other);
    }
}
