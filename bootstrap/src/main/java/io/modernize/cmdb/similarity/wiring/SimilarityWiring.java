package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.application.FindAssetsLike;
import io.modernize.cmdb.similarity.application.FindSimilarAssets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimilarityWiring {
    @Bean
    FindSimilarAssets findSimilarAssets(EmbeddingModel model, EmbeddingSpaces spaces, EmbeddingIndex index) {
        return new FindSimilarAssets(model, spaces, index);
    }

    @Bean
    FindAssetsLike findAssetsLike(
            AssetCatalog catalog, EmbeddingSpaces spaces, EmbeddingStore store, EmbeddingIndex index) {
        return new FindAssetsLike(catalog, spaces, store, index);
    }
}
