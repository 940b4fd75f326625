package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Undoable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assets in maps. Its time advances by a second with every save. */
public final class InMemoryAssetCatalog implements AssetCatalog, Undoable {
    /** PostgreSQL's order of UUIDs, which is that of their texts. Java's differs: it compares signed halves. */
    public static final Comparator<AssetId> ID_ORDER = Comparator.comparing(
                    (AssetId id) -> id.value().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(id -> id.value().getLeastSignificantBits(), Long::compareUnsigned);

    private final Map<ClientAccountId, NavigableMap<AssetId, Asset>> assets = new HashMap<>();
    private Instant now = Instant.EPOCH;

    @Override
    public Optional<Asset> find(TenantScope scope, AssetId assetId) {
        return Optional.ofNullable(ofClient(scope).get(assetId)).filter(asset -> isIn(scope, asset));
    }

    @Override
    public List<Asset> findAll(TenantScope scope, Collection<AssetId> assetIds) {
        return all(scope).filter(asset -> assetIds.contains(asset.id())).toList();
    }

    @Override
    public List<Asset> page(TenantScope scope, EngagementId engagementId, @Nullable AssetId after, int limit) {
        scope.requireCovers(engagementId);
        return all(scope)
                .filter(asset -> asset.engagementId().equals(engagementId))
                .filter(asset -> after == null || ID_ORDER.compare(asset.id(), after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public SavedAssets save(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts) {
        if (!scope.engagements().includes(engagementId)) {
            throw new IllegalArgumentException("the scope does not cover engagement " + engagementId);
        }
        now = now.plusSeconds(1);
        int created = 0;
        int updated = 0;
        for (AssetDraft draft : drafts) {
            Optional<Asset> existing = find(scope, engagementId, draft.key());
            if (existing.isEmpty()) {
                created++;
                put(scope.clientAccountId(), asset(AssetId.fresh(draft.key()), engagementId, draft));
            } else if (differs(existing.get(), draft)) {
                updated++;
                put(scope.clientAccountId(), asset(existing.get().id(), engagementId, draft));
            }
        }
        return new SavedAssets(created, updated, drafts.size() - created - updated);
    }

    private Optional<Asset> find(TenantScope scope, EngagementId engagementId, AssetKey key) {
        return all(scope)
                .filter(asset ->
                        asset.engagementId().equals(engagementId) && asset.key().equals(key))
                .findFirst();
    }

    private static boolean differs(Asset existing, AssetDraft draft) {
        return !ContentHash.ofRow(existing.attributes()).equals(ContentHash.ofRow(draft.attributes()));
    }

    private Asset asset(AssetId id, EngagementId engagementId, AssetDraft draft) {
        return new Asset(
                id, engagementId, draft.key(), draft.attributes(), "", ContentHash.ofContent(draft.attributes()), now);
    }

    /** The assets of the scope in the order of their ids. */
    public Stream<Asset> all(TenantScope scope) {
        return ofClient(scope).values().stream().filter(asset -> isIn(scope, asset));
    }

    private Map<AssetId, Asset> ofClient(TenantScope scope) {
        return assets.getOrDefault(scope.clientAccountId(), new TreeMap<>(ID_ORDER));
    }

    private static boolean isIn(TenantScope scope, Asset asset) {
        return scope.engagements().includes(asset.engagementId());
    }

    /** Takes in an asset as it is, for example one of another catalog. */
    public void put(ClientAccountId clientAccountId, Asset asset) {
        assets.computeIfAbsent(clientAccountId, client -> new TreeMap<>(ID_ORDER))
                .put(asset.id(), asset);
    }

    /** Deletes an asset; whatever refers to it has to take it for gone. */
    public void delete(TenantScope scope, AssetId assetId) {
        find(scope, assetId).ifPresent(asset -> ofClient(scope).remove(assetId));
    }

    @Override
    public Runnable undo() {
        Map<ClientAccountId, NavigableMap<AssetId, Asset>> before = new HashMap<>();
        assets.forEach((client, ofClient) -> before.put(client, new TreeMap<>(ofClient)));
        return () -> {
            assets.clear();
            assets.putAll(before);
        };
    }
}
