package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.OptionalDouble;

/** The tokens, documents and requests of embedding, by client account, day (UTC) and model. */
public interface EmbeddingUsage {
    /**
     * Adds a charge to today's, in the current transaction if there is one, so that embeddings and their charge are
     * stored together.
     *
     * @param pricePerMillionTokens the price of the tokens, in the currency {@code cmdb.embedding.currency}; empty if it is not known
     */
    void charge(TenantScope scope, EmbeddingSpace space, EmbeddingCharge charge, OptionalDouble pricePerMillionTokens);

    /** The tokens charged to the client account today, by all processes and for all models. */
    long tokensToday(TenantScope scope);
}
