package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.similarity.SimilarAssets;
import io.modernize.cmdb.similarity.application.EmbeddingIndex.NearestQuery;

/** Semantic search by text. */
public final class FindSimilarAssets {
    private final EmbeddingModel model;
    private final EmbeddingSpaces spaces;
    private final EmbeddingIndex index;

    public FindSimilarAssets(EmbeddingModel model, EmbeddingSpaces spaces, EmbeddingIndex index) {
        this.model = model;
        this.spaces = spaces;
        this.index = index;
    }

    /**
     * The assets of the scope nearest to the text.
     *
     * @throws io.modernize.cmdb.embedding.application.EmbeddingUnavailableException where the text cannot be embedded
     */
    public SimilarAssets find(SimilarAssetsQuery query) {
        NearestQuery nearest = new NearestQuery(
                spaces.active(),
                model.embedQuery(query.text().value()),
                query.topK(),
                query.filter(),
                query.minimumScore(),
                null);
        return index.nearest(query.scope(), nearest);
    }
}
