package io.modernize.cmdb.embedding.wiring;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Optional;

/**
 * Remembers the vectors of recent queries, each for the client account that asked. If they were shared, a fast answer
 * would tell that somebody else has asked for the same text. A text that could not be embedded is not remembered. A
 * remembered vector needs no place at the model.
 */
final class RememberedQueryVectors implements QueryVectors {
    private final EmbeddingModels models;
    private final QueryPlaces places;
    private final VectorCache vectors;

    RememberedQueryVectors(EmbeddingModels models, QueryPlaces places, VectorCache vectors) {
        this.models = models;
        this.places = places;
        this.vectors = vectors;
    }

    @Override
    public EmbeddingVector of(TenantScope scope, EmbeddingSpace space, String query) {
        VectorCache.Asked asked = new VectorCache.Asked(space.id(), query);
        Optional<EmbeddingVector> remembered = vectors.find(scope.clientAccountId(), asked);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        EmbeddingVector vector = places.embed(scope.clientAccountId(), models.of(space), query);
        vectors.put(scope.clientAccountId(), asked, vector);
        return vector;
    }
}
