package io.modernize.cmdb.embedding.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryVectorProperties.class)
class EmbeddingWiring {
    @Bean
    QueryVectors queryVectors(EmbeddingModels models, QueryVectorProperties properties, MeterRegistry metrics) {
        return new RememberedQueryVectors(models, properties, metrics);
    }

    /**
     * The active spaces for searches, remembered for a while. Code that must know a change at once asks {@link
     * EmbeddingSpaces}, which is the bean that others get.
     */
    @Bean(defaultCandidate = false)
    @Qualifier("recentActiveSpaces")
    ActiveSpaces recentActiveSpaces(EmbeddingSpaces spaces) {
        return new RecentActiveSpaces(spaces, Ticker.systemTicker());
    }
}
