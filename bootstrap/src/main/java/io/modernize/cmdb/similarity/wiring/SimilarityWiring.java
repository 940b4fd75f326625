package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.application.RecentActiveSpace;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.application.AssetFacets;
import io.modernize.cmdb.similarity.application.CountFacets;
import io.modernize.cmdb.similarity.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.application.FindAssetsLike;
import io.modernize.cmdb.similarity.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.application.TextIndex;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimilarityWiring {
    private static final Duration ACTIVE_SPACE_MAX_AGE = Duration.ofSeconds(5);

    @Bean
    FindSimilarAssets findSimilarAssets(
            QueryVectors vectors, EmbeddingSpaces spaces, EmbeddingIndex embeddings, TextIndex texts) {
        return new FindSimilarAssets(
                vectors, new RecentActiveSpace(spaces, ACTIVE_SPACE_MAX_AGE, Clock.systemUTC()), embeddings, texts);
    }

    @Bean
    CountFacets countFacets(AssetFacets facets, EmbeddingSpaces spaces) {
        return new CountFacets(facets, spaces);
    }

    @Bean
    FindAssetsLike findAssetsLike(
            AssetCatalog catalog,
            EmbeddingSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex embeddings,
            TextIndex texts) {
        return new FindAssetsLike(catalog, spaces, store, embeddings, texts);
    }
}
