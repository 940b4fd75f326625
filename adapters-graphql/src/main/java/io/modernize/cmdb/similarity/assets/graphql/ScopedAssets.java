package io.modernize.cmdb.similarity.assets.graphql;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Looks up values of many assets at once. There is one look-up for each scope that the assets were found in, which is
 * mostly one.
 */
public final class ScopedAssets {
    private ScopedAssets() {}

    /**
     * The values of the assets. An asset without a value is absent.
     *
     * @param lookUp looks the values up in a scope
     */
    public static <T> Map<AssetPayload, T> lookUp(
            List<AssetPayload> assets, BiFunction<TenantScope, Collection<AssetId>, Map<AssetId, T>> lookUp) {
        Map<TenantScope, Set<AssetId>> asked = new HashMap<>();
        assets.forEach(asset ->
                asked.computeIfAbsent(asset.scope(), none -> new HashSet<>()).add(idOf(asset)));
        Map<TenantScope, Map<AssetId, T>> found = new HashMap<>();
        asked.forEach((scope, ids) -> found.put(scope, lookUp.apply(scope, ids)));
        Map<AssetPayload, T> answers = new HashMap<>();
        for (AssetPayload asset : assets) {
            T value = found.getOrDefault(asset.scope(), Map.of()).get(idOf(asset));
            if (value != null) {
                answers.put(asset, value);
            }
        }
        return answers;
    }

    public static AssetId idOf(AssetPayload asset) {
        return new AssetId(UUID.fromString(asset.id()));
    }
}
