package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.similarity.listing.application.CountFacets;
import io.modernize.cmdb.similarity.listing.application.ListAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.FindAssetsLike;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimilarityWiring {
    @Bean
    FindSimilarAssets findSimilarAssets(
            QueryVectors vectors,
            @Qualifier("recentActiveSpaces") ActiveSpaces spaces,
            EmbeddingIndex embeddings,
            TextIndex texts) {
        return new FindSimilarAssets(vectors, spaces, embeddings, texts);
    }

    @Bean
    CountFacets countFacets(AssetFacets facets, @Qualifier("recentActiveSpaces") ActiveSpaces spaces) {
        return new CountFacets(facets, spaces);
    }

    @Bean
    ListAssets listAssets(AssetLists lists) {
        return new ListAssets(lists);
    }

    @Bean
    FindAssetsLike findAssetsLike(
            AssetCatalog catalog,
            @Qualifier("recentActiveSpaces") ActiveSpaces spaces,
            EmbeddingStore store,
            EmbeddingIndex embeddings,
            TextIndex texts) {
        return new FindAssetsLike(catalog, spaces, store, embeddings, texts);
    }
}
