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

/** The assets of a scope. What is found by its id comes without the attributes of its source: see {@link SourceAttributes}. */
public interface AssetCatalog {
    /** The asset, without the attributes of its source. */
    Optional<Asset> find(TenantScope scope, AssetId assetId);

    /** The assets of these ids that the scope has, in no particular order. Without the attributes of their sources. */
    List<Asset> findAll(TenantScope scope, Collection<AssetId> assetIds);

    /**
     * The engagement's assets in the order of their ids, with all that is known of them.
     *
     * @param after only ids beyond this one; null to begin
     * @param limit at most so many
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    List<Asset> page(TenantScope scope, EngagementId engagementId, @Nullable AssetId after, int limit);

    /**
     * Creates the assets that are new, changes those that differ, leaves the others untouched. All or nothing.
     *
     * @param drafts each key at most once
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    SavedAssets save(TenantScope scope, EngagementId engagementId, List<AssetDraft> drafts);

    /** How many assets a call of {@link #save} created, changed and found unchanged. */
    record SavedAssets(int created, int updated, int unchanged) {}
}
