package io.modernize.cmdb.embedding.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * Remembers the vectors of recent queries, each for the client account that asked. If they were shared, a fast answer
 * would tell that somebody else has asked for the same text. A text that could not be embedded is not remembered.
 *
 * <p>Its metrics are those of a cache named {@code cmdb.embedding.query.vectors}.
 */
final class RememberedQueryVectors implements QueryVectors {
    private final EmbeddingModels models;
    private final Cache<Asked, EmbeddingVector> vectors;

    /** The key of a vector. The space is part of it, so that another model never answers with this one's vectors. */
    private record Asked(ClientAccountId clientAccountId, EmbeddingSpaceId spaceId, String query) {}

    RememberedQueryVectors(EmbeddingModels models, QueryVectorProperties properties, MeterRegistry metrics) {
        this.models = models;
        this.vectors = Caffeine.newBuilder()
                .maximumSize(properties.maxEntries())
                .expireAfterWrite(properties.maxAge())
                // On the caller's thread: so few steps are not worth another, and a bound of 0 holds at once.
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(metrics, vectors, "cmdb.embedding.query.vectors");
    }

    @Override
    public EmbeddingVector of(TenantScope scope, EmbeddingSpace space, String query) {
        Asked asked = new Asked(scope.clientAccountId(), space.id(), query);
        EmbeddingVector remembered = vectors.getIfPresent(asked);
        if (remembered != null) {
            return remembered;
        }
        // Not inside the cache, which would let others wait whose texts share a lock: of other client accounts, too.
        EmbeddingVector vector = models.of(space).embedQuery(query);
        vectors.put(asked, vector);
        return vector;
    }
}
