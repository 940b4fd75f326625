package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.OptionalDouble;

/** What embedding took of the providers, by client account, day (UTC) and model. */
public interface EmbeddingUsage {
    /**
     * Adds to today's, in the current transaction where there is one, so that what is charged and what was embedded for
     * it are stored together.
     *
     * @param pricePerMillionTokens what the tokens cost, in the currency of the settings; empty where it is not known
     */
    void charge(TenantScope scope, EmbeddingSpace space, EmbeddingCharge charge, OptionalDouble pricePerMillionTokens);

    /** Tokens charged to the client account today, by all processes, for all models. */
    long tokensToday(TenantScope scope);
}
