package io.modernize.cmdb.embedding.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryVectorProperties.class)
class EmbeddingWiring {
    /** The metrics of the cache are those of a cache named {@code cmdb.embedding.query.vectors}. */
    @Bean
    QueryVectors queryVectors(
            EmbeddingModels models,
            QueryVectorProperties properties,
            ObjectProvider<TimeLeft> timeLeft,
            MeterRegistry metrics) {
        VectorCache vectors = new VectorCache(properties.maxEntries(), properties.maxAge(), Ticker.systemTicker());
        vectors.monitor(metrics, "cmdb.embedding.query.vectors");
        return new RememberedQueryVectors(
                models, new QueryPlaces(models, timeLeft.getIfAvailable(() -> Optional::empty)), vectors);
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
