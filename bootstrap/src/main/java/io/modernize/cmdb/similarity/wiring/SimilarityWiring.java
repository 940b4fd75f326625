package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.RecentActiveSpace;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.application.FindAssetsLike;
import io.modernize.cmdb.similarity.application.FindSimilarAssets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimilarityWiring {
    private static final Duration ACTIVE_SPACE_MAX_AGE = Duration.ofSeconds(5);

    @Bean
    FindSimilarAssets findSimilarAssets(EmbeddingModel model, EmbeddingSpaces spaces, EmbeddingIndex index) {
        return new FindSimilarAssets(
                model, new RecentActiveSpace(spaces, ACTIVE_SPACE_MAX_AGE, Clock.systemUTC()), index);
    }

    @Bean
    FindAssetsLike findAssetsLike(
            AssetCatalog catalog, EmbeddingSpaces spaces, EmbeddingStore store, EmbeddingIndex index) {
        return new FindAssetsLike(catalog, spaces, store, index);
    }
}
