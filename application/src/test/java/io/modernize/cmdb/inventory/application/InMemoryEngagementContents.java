package io.modernize.cmdb.inventory.application;

import static java.util.Comparator.comparing;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a catalog and its relations hold. */
public final class InMemoryEngagementContents implements EngagementContents {
    private static final Comparator<Relation> ORDER = comparing(Relation::parent, InMemoryAssetCatalog.ID_ORDER)
            .thenComparing(Relation::child, InMemoryAssetCatalog.ID_ORDER)
            .thenComparing(Relation::type);

    private final InMemoryAssetCatalog catalog;
    private final InMemoryAssetRelations relations;

    public InMemoryEngagementContents(InMemoryAssetCatalog catalog, InMemoryAssetRelations relations) {
        this.catalog = catalog;
        this.relations = relations;
    }

    @Override
    public long countAssets(TenantScope scope, EngagementId engagementId) {
        return keys(scope, engagementId).size();
    }

    @Override
    public List<NamedRelation> relations(
            TenantScope scope, EngagementId engagementId, @Nullable Relation after, int limit) {
        Map<AssetId, AssetKey> keys = keys(scope, engagementId);
        return relations
                .all(scope)
                .filter(relation -> keys.containsKey(relation.parent()))
                .filter(relation -> after == null || ORDER.compare(relation, after) > 0)
                .sorted(ORDER)
                .limit(limit)
                .map(relation -> new NamedRelation(relation, key(keys, relation.parent()), key(keys, relation.child())))
                .toList();
    }

    private static AssetKey key(Map<AssetId, AssetKey> keys, AssetId id) {
        AssetKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("no asset " + id);
        }
        return key;
    }

    private Map<AssetId, AssetKey> keys(TenantScope scope, EngagementId engagementId) {
        TenantScope narrowed = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        Map<AssetId, AssetKey> keys = new HashMap<>();
        catalog.all(narrowed).forEach((Asset asset) -> keys.put(asset.id(), asset.key()));
        return keys;
    }
}
