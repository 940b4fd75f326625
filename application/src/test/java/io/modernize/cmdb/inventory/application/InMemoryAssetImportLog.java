package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Undoable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports as values in a map; knows missing assets from a catalog. */
public final class InMemoryAssetImportLog implements AssetImportLog, Undoable {
    private final InMemoryAssetCatalog catalog;
    private final Map<AssetImportId, Stored> imports = new LinkedHashMap<>();

    public InMemoryAssetImportLog(InMemoryAssetCatalog catalog) {
        this.catalog = catalog;
    }

    /** An import and all that was noted of it. */
    private record Stored(
            ClientAccountId clientAccountId,
            AssetImport state,
            ContentHash fileHash,
            boolean finished,
            Map<AssetKey, Long> claims,
            List<RejectedCell> rejections) {

        boolean isIn(TenantScope scope) {
            return clientAccountId.equals(scope.clientAccountId())
                    && scope.engagements().includes(state.engagementId());
        }

        boolean isOf(TenantScope scope, EngagementId engagementId) {
            return isIn(scope) && state.engagementId().equals(engagementId);
        }

        Stored moved(long nextRow, ImportCounts counts) {
            AssetImport moved = new AssetImport(
                    state.id(),
                    state.engagementId(),
                    state.fileName(),
                    state.format(),
                    state.totalRows(),
                    nextRow,
                    counts);
            return new Stored(clientAccountId, moved, fileHash, finished, claims, rejections);
        }

        Stored claiming(Map<AssetKey, Long> more) {
            Map<AssetKey, Long> all = new HashMap<>(more);
            all.putAll(claims);
            return new Stored(clientAccountId, state, fileHash, finished, all, rejections);
        }

        Stored rejecting(List<RejectedCell> more) {
            List<RejectedCell> all = new ArrayList<>(rejections);
            all.addAll(more);
            return new Stored(clientAccountId, state, fileHash, finished, claims, all);
        }

        Stored abandoned() {
            return new Stored(clientAccountId, state, fileHash, finished, Map.of(), rejections);
        }

        Stored finishedNow() {
            return new Stored(clientAccountId, state, fileHash, true, Map.of(), rejections);
        }
    }

    @Override
    public AssetImport begin(TenantScope scope, NewAssetImport newImport) {
        requireCovered(scope, newImport.engagementId());
        imports.replaceAll((id, stored) -> stored.isOf(scope, newImport.engagementId()) ? stored.abandoned() : stored);
        AssetImport begun = new AssetImport(
                new AssetImportId(UUID.randomUUID()),
                newImport.engagementId(),
                newImport.fileName(),
                newImport.format(),
                newImport.totalRows(),
                0,
                ImportCounts.NONE);
        imports.put(
                begun.id(),
                new Stored(scope.clientAccountId(), begun, newImport.fileHash(), false, Map.of(), List.of()));
        return begun;
    }

    /** Nothing here tells who does it; that it exists is checked. */
    @Override
    public void resume(TenantScope scope, AssetImportId importId, @Nullable ImportOrigin origin) {
        get(scope, importId);
    }

    @Override
    public Optional<AssetImport> findUnfinished(TenantScope scope, EngagementId engagementId, ContentHash fileHash) {
        requireCovered(scope, engagementId);
        return imports.values().stream()
                .filter(stored -> stored.isOf(scope, engagementId))
                .reduce((earlier, later) -> later)
                .filter(last -> last.fileHash().equals(fileHash) && !last.finished())
                .map(Stored::state);
    }

    private static void requireCovered(TenantScope scope, EngagementId engagementId) {
        if (!scope.engagements().includes(engagementId)) {
            throw new IllegalArgumentException("the scope does not cover engagement " + engagementId);
        }
    }

    @Override
    public AssetImport get(TenantScope scope, AssetImportId importId) {
        return stored(scope, importId).state();
    }

    private Stored stored(TenantScope scope, AssetImportId importId) {
        Stored stored = imports.get(importId);
        if (stored == null || !stored.isIn(scope)) {
            throw new NoSuchElementException("the scope has no import " + importId);
        }
        return stored;
    }

    @Override
    public Map<AssetKey, Long> claimKeys(TenantScope scope, AssetImportId importId, Map<AssetKey, Long> lineByKey) {
        Stored stored = stored(scope, importId);
        imports.put(importId, stored.claiming(lineByKey));
        return stored.claims().entrySet().stream()
                .filter(claim -> lineByKey.containsKey(claim.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void reject(TenantScope scope, AssetImportId importId, List<RejectedCell> cells) {
        imports.put(importId, stored(scope, importId).rejecting(cells));
    }

    @Override
    public void advance(TenantScope scope, AssetImportId importId, long nextRow, ImportCounts delta) {
        Stored stored = stored(scope, importId);
        imports.put(importId, stored.moved(nextRow, stored.state().counts().plus(delta)));
    }

    @Override
    public void forEachRejected(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor) {
        stored(scope, importId).rejections().stream()
                .sorted(Comparator.comparingLong(RejectedCell::line))
                .forEach(visitor);
    }

    @Override
    public long countMissing(TenantScope scope, AssetImportId importId) {
        return missing(scope, importId).size();
    }

    @Override
    public void forEachMissing(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor) {
        missing(scope, importId)
                .forEach(asset -> visitor.accept(
                        new MissingAsset(asset.key(), asset.attributes().name())));
    }

    @Override
    public int deleteMissing(TenantScope scope, AssetImportId importId) {
        List<Asset> missing = missing(scope, importId);
        missing.forEach(asset -> catalog.delete(scope, asset.id()));
        return missing.size();
    }

    private List<Asset> missing(TenantScope scope, AssetImportId importId) {
        Stored stored = stored(scope, importId);
        Set<String> sourceSystems =
                stored.claims().keySet().stream().map(AssetKey::sourceSystem).collect(Collectors.toSet());
        return catalog.all(scope)
                .filter(asset -> asset.engagementId().equals(stored.state().engagementId())
                        && sourceSystems.contains(asset.key().sourceSystem())
                        && !stored.claims().containsKey(asset.key()))
                .toList();
    }

    @Override
    public void finish(TenantScope scope, AssetImportId importId) {
        imports.put(importId, stored(scope, importId).finishedNow());
    }

    @Override
    public Runnable undo() {
        Map<AssetImportId, Stored> before = new LinkedHashMap<>(imports);
        return () -> {
            imports.clear();
            imports.putAll(before);
        };
    }
}
