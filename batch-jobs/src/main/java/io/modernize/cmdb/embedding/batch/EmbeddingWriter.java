package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores the results of a batch in one transaction: embeddings, refusals, and charges. */
class EmbeddingWriter implements ItemWriter<EmbeddedAssets> {
    private final EmbeddingRun run;
    private final EmbedDueAssets embedDueAssets;
    private final EmbeddingStore store;
    private final EmbeddingRefusals refusals;
    private final EmbeddingUsage usage;
    private final TenantTransactions transactions;

    EmbeddingWriter(
            EmbeddingRun run,
            EmbedDueAssets embedDueAssets,
            EmbeddingStore store,
            EmbeddingRefusals refusals,
            EmbeddingUsage usage,
            TenantTransactions transactions) {
        this.run = run;
        this.embedDueAssets = embedDueAssets;
        this.store = store;
        this.refusals = refusals;
        this.usage = usage;
        this.transactions = transactions;
    }

    @Override
    public void write(Chunk<? extends EmbeddedAssets> chunk) {
        for (EmbeddedAssets assets : chunk) {
            run.tally().stored(assets, transactions.inScope(run.scope(), () -> store(assets)));
            run.progress().report(run.tally().counts(run.due()));
        }
    }

    /** Returns the client account's tokens of today. */
    private long store(EmbeddedAssets assets) {
        store.save(run.scope(), run.space(), assets.embeddings());
        refusals.record(run.scope(), run.space(), assets.refusals());
        usage.charge(run.scope(), run.space(), assets.charge(), embedDueAssets.pricePerMillionTokens(run.space()));
        return usage.tokensToday(run.scope());
    }
}
