package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.tenancy.ClientAccountId;

/**
 * The HNSW index of a client account, whether or not it is built yet.
 *
 * @param generation the generation of the youngest rows that it covers
 */
record IndexDefinition(
        ClientAccountId clientAccountId, EmbeddingSpace space, int generation, HnswParameters parameters) {
    IndexName name() {
        return IndexName.of(clientAccountId, space.id(), generation);
    }
}
