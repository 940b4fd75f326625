package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.tenancy.ClientAccountId;

/**
 * A client account's HNSW index, whether or not it is built yet.
 *
 * @param generation of the youngest rows that it covers
 */
record IndexDefinition(
        ClientAccountId clientAccountId, EmbeddingSpace space, int generation, HnswParameters parameters) {
    IndexName name() {
        return IndexName.of(clientAccountId, space.id(), generation);
    }
}
