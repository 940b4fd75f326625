package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The assets of a scope. Assets that are found by id come without the attributes of their source, see {@link
 * SourceAttributes}.
 */
public interface AssetCatalog {
    /** The asset with this id, without the attributes of its source. */
    Optional<Asset> find(TenantScope scope, AssetId assetId);

    /**
     * The assets with these ids that the scope has, in no particular order, without the attributes of their sources.
     */
    List<Asset> findAll(TenantScope scope, Collection<AssetId> assetIds);

    /**
     * The assets of the engagement in the order of their ids, with all that is known of them.
     *
     * @param after only ids greater than this one; null to begin
     * @param limit the greatest number of assets
     * @throws IllegalArgumentException if the scope does not cover the engagement
     */
    List<Asset> page(TenantScope scope, EngagementId engagementId, @Nullable AssetId after, int limit);

    /**
     * Creates the assets that are new, changes those that differ, and leaves the others untouched. It saves all or
     * none.
     *
     * @param drafts the assets, each key at most once
     * @throws IllegalArgumentException if the scope does not cover the engagement
     */
    SavedAssets save(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts);

    /** The numbers of assets that a call of {@link #save} created, changed and found unchanged. */
    record SavedAssets(int created, int updated, int unchanged) {}
}
