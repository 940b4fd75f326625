package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.similarity.spaces.application.JudgedQuality;
import io.modernize.cmdb.similarity.spaces.application.NeighbourOverlap;
import io.modernize.cmdb.similarity.spaces.application.PrepareChange;
import io.modernize.cmdb.similarity.spaces.application.SpaceComparisons;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationWiring {
    @Bean
    CompareSpaces.Settings comparison(MigrationProperties properties) {
        return new CompareSpaces.Settings(
                properties.samples(),
                new SpaceComparison.Gate(properties.minimumOverlap(), properties.toleratedLoss()));
    }
}
