package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.tenancy.TenantScope;

/** The vectors of queries. Implementations may remember them, because people repeat searches and turn pages. */
@FunctionalInterface
public interface QueryVectors {
    /**
     * The vector of a query in the space. Neither the result nor its time tells whether another client account has
     * asked for the same text.
     *
     * @throws EmbeddingUnavailableException if the provider gives no vector
     * @throws io.modernize.cmdb.tenancy.shares.application.OverloadedException if the text has to be embedded, and the
     *     client account has too many texts to embed now
     * @throws IllegalArgumentException if no configured model belongs to the space
     */
    EmbeddingVector of(TenantScope scope, EmbeddingSpace space, String query);
}
