package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.tenancy.TenantScope;

/** The vectors of queries, which may be remembered: people repeat searches, and turn their pages. */
@FunctionalInterface
public interface QueryVectors {
    /**
     * The vector of a query in the space. Nothing, its time included, tells whether another client account has asked for
     * the same text.
     *
     * @throws EmbeddingUnavailableException where the provider gives none
     * @throws IllegalArgumentException where no configured model is that of the space
     */
    EmbeddingVector of(TenantScope scope, EmbeddingSpace space, String query);
}
