package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Undoable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Relations in sets, between the assets of a catalog. */
public final class InMemoryAssetRelations implements AssetRelations, Undoable {
    private final InMemoryAssetCatalog catalog;
    private final Map<ClientAccountId, Set<Relation>> relations = new HashMap<>();

    public InMemoryAssetRelations(InMemoryAssetCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Map<String, List<AssetId>> resolve(TenantScope scope, EngagementId engagementId, Set<String> references) {
        List<Asset> assets = assetsOf(scope, engagementId);
        Map<String, List<AssetId>> found = new HashMap<>();
        for (String reference : references) {
            List<AssetId> byKey = idsWhere(assets, asset -> asset.key().externalKey(), reference);
            List<AssetId> byKeyOrName = byKey.isEmpty()
                    ? idsWhere(assets, asset -> asset.attributes().name(), reference)
                    : byKey;
            if (!byKeyOrName.isEmpty()) {
                found.put(reference, byKeyOrName);
            }
        }
        return found;
    }

    private static List<AssetId> idsWhere(List<Asset> assets, Function<Asset, String> property, String value) {
        return assets.stream()
                .filter(asset -> property.apply(asset).equals(value))
                .map(Asset::id)
                .toList();
    }

    @Override
    public int save(TenantScope scope, EngagementId engagementId, List<Relation> added) {
        Set<AssetId> assets = new HashSet<>(
                assetsOf(scope, engagementId).stream().map(Asset::id).toList());
        for (Relation relation : added) {
            if (!assets.contains(relation.parent()) || !assets.contains(relation.child())) {
                throw new IllegalArgumentException("both ends of a relation are assets of engagement " + engagementId);
            }
        }
        Set<Relation> ofClient = relations.computeIfAbsent(scope.clientAccountId(), client -> new HashSet<>());
        ofClient.removeIf(relation -> isGone(scope, relation.parent()) || isGone(scope, relation.child()));
        int before = ofClient.size();
        ofClient.addAll(added);
        return ofClient.size() - before;
    }

    /** The relations of the scope's client account whose ends still exist. */
    public Stream<Relation> all(TenantScope scope) {
        return relations.getOrDefault(scope.clientAccountId(), Set.of()).stream()
                .filter(relation -> !isGone(scope, relation.parent()) && !isGone(scope, relation.child()));
    }

    private boolean isGone(TenantScope scope, AssetId assetId) {
        return catalog.find(TenantScope.forJob(scope.clientAccountId()), assetId)
                .isEmpty();
    }

    private List<Asset> assetsOf(TenantScope scope, EngagementId engagementId) {
        TenantScope narrowed = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        return catalog.all(narrowed).toList();
    }

    @Override
    public Runnable undo() {
        Map<ClientAccountId, Set<Relation>> before = new HashMap<>();
        relations.forEach((client, ofClient) -> before.put(client, new HashSet<>(ofClient)));
        return () -> {
            relations.clear();
            relations.putAll(before);
        };
    }
}
