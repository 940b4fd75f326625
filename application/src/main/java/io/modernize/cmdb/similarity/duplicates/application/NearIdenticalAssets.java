package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.duplicates.DuplicatePolicy;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** Assets whose documents say nearly the same as another's, by their vectors in the active space. */
public final class NearIdenticalAssets {
    /** A second record is among the very nearest; with more, a cluster's machines would only crowd in. */
    private static final TopK NEIGHBOURS = new TopK(10);

    private final ActiveSpaces spaces;
    private final EmbeddingStore store;
    private final EmbeddingIndex index;

    public NearIdenticalAssets(ActiveSpaces spaces, EmbeddingStore store, EmbeddingIndex index) {
        this.spaces = spaces;
        this.store = store;
        this.index = index;
    }

    /** The space to search in, for as long as one page of assets takes. */
    EmbeddingSpace space(TenantScope scope) {
        return spaces.active(scope);
    }

    /** At most ten, nearest first; none for an asset that is not embedded. */
    List<SimilarAsset> of(TenantScope scope, EmbeddingSpace space, Asset asset) {
        // A stale hit's score speaks of what that asset was before.
        return store.find(scope, space, asset.id()).stream()
                .flatMap(vector -> index
                        .nearest(
                                scope,
                                new NearestQuery(
                                        space,
                                        vector,
                                        NEIGHBOURS,
                                        AssetFilter.none(),
                                        new MinimumScore(DuplicatePolicy.NEAR_IDENTICAL),
                                        asset.id()))
                        .hits()
                        .stream())
                .filter(hit -> !hit.stale())
                .toList();
    }
}
