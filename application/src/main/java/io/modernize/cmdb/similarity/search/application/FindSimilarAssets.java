package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.FusedQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;

/** Search by text, which compares its meaning, its words, or both. */
public final class FindSimilarAssets {
    private final QueryVectors vectors;
    private final ActiveSpaces spaces;
    private final EmbeddingIndex embeddings;
    private final TextIndex texts;

    public FindSimilarAssets(QueryVectors vectors, ActiveSpaces spaces, EmbeddingIndex embeddings, TextIndex texts) {
        this.vectors = vectors;
        this.spaces = spaces;
        this.embeddings = embeddings;
        this.texts = texts;
    }

    /**
     * The assets of the scope that fit the text best.
     *
     * @throws io.modernize.cmdb.embedding.application.EmbeddingUnavailableException if the text has to be embedded and
     *     cannot be; a search by words alone embeds nothing
     */
    public SimilarAssets find(SimilarAssetsQuery query) {
        TextQuery text = new TextQuery(query.text(), query.topK(), query.filter(), null, query.highlights());
        return switch (query.mode()) {
            case LEXICAL -> texts.matching(query.scope(), text);
            case SEMANTIC -> {
                EmbeddingSpace space = spaces.active(query.scope());
                yield embeddings.nearest(
                        query.scope(),
                        new NearestQuery(
                                space,
                                embedded(query, space),
                                query.topK(),
                                query.filter(),
                                query.minimumScore(),
                                null));
            }
            case HYBRID -> {
                EmbeddingSpace space = spaces.active(query.scope());
                yield texts.fused(
                        query.scope(), new FusedQuery(text, space, embedded(query, space), query.minimumScore()));
            }
        };
    }

    private EmbeddingVector embedded(SimilarAssetsQuery query, EmbeddingSpace space) {
        return vectors.of(query.scope(), space, query.text().value());
    }
}
