package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.spaces.RankingQuality;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces.JudgedRequest;
import java.util.List;
import java.util.OptionalDouble;

/** How well an embedding space ranks the answers to queries that a person has judged. */
public final class JudgedQuality {
    private static final TopK TOP_K = new TopK(10);

    private final QueryVectors vectors;
    private final EmbeddingIndex index;

    public JudgedQuality(QueryVectors vectors, EmbeddingIndex index) {
        this.vectors = vectors;
        this.index = index;
    }

    /** The mean nDCG@10, 0 to 1; empty where nothing was judged. */
    OptionalDouble meanNdcg(List<JudgedRequest> judged, EmbeddingSpace space) {
        return judged.stream().mapToDouble(request -> ndcg(request, space)).average();
    }

    private double ndcg(JudgedRequest request, EmbeddingSpace space) {
        EmbeddingVector vector = vectors.of(request.scope(), space, request.text());
        NearestQuery query = new NearestQuery(space, vector, TOP_K, AssetFilter.none(), MinimumScore.NONE, null);
        List<String> names = index.nearest(request.scope(), query).hits().stream()
                .map(hit -> hit.asset().attributes().name())
                .toList();
        return RankingQuality.of(names, request.relevant()).ndcgAt10();
    }
}
