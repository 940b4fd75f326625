package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.search.LikenessText;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome.AssetUnknown;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome.Found;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome.NotEmbeddedYet;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.FusedQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import java.util.Optional;

/** Search by example. It uses the asset's stored vector and words, and never returns the asset itself. */
public final class FindAssetsLike {
    private final AssetCatalog catalog;
    private final ActiveSpaces spaces;
    private final EmbeddingStore store;
    private final EmbeddingIndex embeddings;
    private final TextIndex texts;

    public FindAssetsLike(
            AssetCatalog catalog,
            ActiveSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex embeddings,
            TextIndex texts) {
        this.catalog = catalog;
        this.spaces = spaces;
        this.store = store;
        this.embeddings = embeddings;
        this.texts = texts;
    }

    public AssetsLikeOutcome find(AssetsLikeQuery query) {
        return switch (query.mode()) {
            case SEMANTIC -> nearest(query);
            case LEXICAL ->
                catalog.find(query.scope(), query.assetId())
                        .<AssetsLikeOutcome>map(asset -> matching(query, asset))
                        .orElseGet(AssetUnknown::new);
            case HYBRID ->
                catalog.find(query.scope(), query.assetId())
                        .map(asset -> fused(query, asset))
                        .orElseGet(AssetUnknown::new);
        };
    }

    private AssetsLikeOutcome nearest(AssetsLikeQuery query) {
        EmbeddingSpace space = spaces.active(query.scope());
        Optional<EmbeddingVector> vector = store.find(query.scope(), space, query.assetId());
        if (vector.isEmpty()) {
            return catalog.find(query.scope(), query.assetId()).isPresent() ? new NotEmbeddedYet() : new AssetUnknown();
        }
        return new Found(
                embeddings.nearest(
                        query.scope(),
                        new NearestQuery(
                                space,
                                vector.get(),
                                query.topK(),
                                query.filter(),
                                query.minimumScore(),
                                query.assetId())),
                null);
    }

    private Found matching(AssetsLikeQuery query, Asset asset) {
        TextQuery text = text(query, asset);
        return new Found(texts.matching(query.scope(), text), text.text());
    }

    private AssetsLikeOutcome fused(AssetsLikeQuery query, Asset asset) {
        EmbeddingSpace space = spaces.active(query.scope());
        TextQuery text = text(query, asset);
        return store.find(query.scope(), space, query.assetId())
                .<AssetsLikeOutcome>map(vector -> {
                    SimilarAssets found =
                            texts.fused(query.scope(), new FusedQuery(text, space, vector, query.minimumScore()));
                    return new Found(found, text.text());
                })
                .orElseGet(NotEmbeddedYet::new);
    }

    private static TextQuery text(AssetsLikeQuery query, Asset asset) {
        return new TextQuery(LikenessText.of(asset), query.topK(), query.filter(), query.assetId(), query.highlights());
    }
}
