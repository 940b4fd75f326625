package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks up something of many assets at once: one look-up for each scope that they were found in, which is one mostly. */
final class ScopedAssets {
    private ScopedAssets() {}

    /**
     * What each of the assets has, in their order.
     *
     * @param lookUp in a scope; may leave assets out
     * @param absent for those that it leaves out
     */
    static <T, R extends @Nullable Object> List<R> each(
            List<AssetPayload> assets,
            BiFunction<TenantScope, Collection<AssetId>, Map<AssetId, T>> lookUp,
            Function<T, R> present,
            R absent) {
        Map<TenantScope, Set<AssetId>> asked = new HashMap<>();
        assets.forEach(
                asset -> asked.computeIfAbsent(asset.scope(), none -> new HashSet<>()).add(idOf(asset)));
        Map<TenantScope, Map<AssetId, T>> found = new HashMap<>();
        asked.forEach((scope, ids) -> found.put(scope, lookUp.apply(scope, ids)));
        List<R> answers = new ArrayList<>();
        for (AssetPayload asset : assets) {
            T value = found.getOrDefault(asset.scope(), Map.of()).get(idOf(asset));
            answers.add(value == null ? absent : present.apply(value));
        }
        return answers;
    }

    static AssetId idOf(AssetPayload asset) {
        return new AssetId(UUID.fromString(asset.id()));
    }
}
