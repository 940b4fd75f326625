package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.api.lookups.ScopedLookUp;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** Looks up values of many assets at once. */
public final class ScopedAssets {
    private ScopedAssets() {}

    /**
     * The values of the assets. An asset without a value is absent.
     *
     * @param lookUp looks the values up in a scope
     */
    public static <T> Map<AssetPayload, T> lookUp(
            List<AssetPayload> assets, BiFunction<TenantScope, Collection<AssetId>, Map<AssetId, T>> lookUp) {
        return ScopedLookUp.of(assets, AssetPayload::scope, ScopedAssets::idOf, lookUp::apply);
    }

    public static AssetId idOf(AssetPayload asset) {
        return new AssetId(UUID.fromString(asset.id()));
    }
}
