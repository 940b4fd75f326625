package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.application.AssetsLikeOutcome.AssetUnknown;
import io.modernize.cmdb.similarity.application.AssetsLikeOutcome.Found;
import io.modernize.cmdb.similarity.application.AssetsLikeOutcome.NotEmbeddedYet;
import io.modernize.cmdb.similarity.application.EmbeddingIndex.NearestQuery;
import java.util.Optional;

/** Semantic search by example: uses the asset's stored vector and never returns the asset itself. */
public final class FindAssetsLike {
    private final AssetCatalog catalog;
    private final EmbeddingSpaces spaces;
    private final EmbeddingStore store;
    private final EmbeddingIndex index;

    public FindAssetsLike(AssetCatalog catalog, EmbeddingSpaces spaces, EmbeddingStore store, EmbeddingIndex index) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.store = store;
        this.index = index;
    }

    public AssetsLikeOutcome find(AssetsLikeQuery query) {
        EmbeddingSpace space = spaces.active();
        Optional<EmbeddingVector> vector = store.find(query.scope(), space, query.assetId());
        if (vector.isEmpty()) {
            return catalog.find(query.scope(), query.assetId()).isPresent() ? new NotEmbeddedYet() : new AssetUnknown();
        }
        return new Found(index.nearest(
                query.scope(),
                new NearestQuery(
                        space, vector.get(), query.topK(), query.filter(), query.minimumScore(), query.assetId())));
    }
}
