package io.modernize.cmdb.inventory.application;

import static java.util.Comparator.comparing;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vectors in a list, of the assets of a catalog. */
public final class InMemoryAssetVectors implements AssetVectors {
    private static final Comparator<Position> ORDER = comparing(Position::assetId, InMemoryAssetCatalog.ID_ORDER)
            .thenComparing(position -> position.spaceId().toString());

    private record Stored(AssetId assetId, UUID spaceId, Space space, List<Float> values) {}

    private final InMemoryAssetCatalog catalog;
    private final List<Stored> stored = new ArrayList<>();

    public InMemoryAssetVectors(InMemoryAssetCatalog catalog) {
        this.catalog = catalog;
    }

    public void add(AssetId assetId, UUID spaceId, Space space, List<Float> values) {
        stored.add(new Stored(assetId, spaceId, space, values));
    }

    @Override
    public List<AssetVector> page(TenantScope scope, EngagementId engagementId, @Nullable Position after, int limit) {
        scope.requireCovers(engagementId);
        return catalog.all(scope)
                .filter(asset -> asset.engagementId().equals(engagementId))
                .flatMap(asset -> stored.stream()
                        .filter(vector -> vector.assetId.equals(asset.id()))
                        .map(vector -> vector(asset, vector)))
                .filter(vector -> after == null || ORDER.compare(vector.position(), after) > 0)
                .sorted(comparing(AssetVector::position, ORDER))
                .limit(limit)
                .toList();
    }

    private static AssetVector vector(Asset asset, Stored vector) {
        return new AssetVector(new Position(asset.id(), vector.spaceId), asset.key(), vector.space, vector.values);
    }
}
