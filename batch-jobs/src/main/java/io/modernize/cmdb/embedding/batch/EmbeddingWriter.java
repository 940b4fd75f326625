package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores the results of a batch in one transaction: embeddings, refusals, and charges. */
class EmbeddingWriter implements ItemWriter<EmbeddedAssets> {
    private final EmbeddingRun run;
    private final AttemptResults results;
    private final EmbeddingStore store;
    private final EmbeddingRefusals refusals;
    private final EmbeddingUsage usage;
    private final TenantTransactions transactions;

    EmbeddingWriter(
            EmbeddingRun run,
            AttemptResults results,
            EmbeddingStore store,
            EmbeddingRefusals refusals,
            EmbeddingUsage usage,
            TenantTransactions transactions) {
        this.run = run;
        this.results = results;
        this.store = store;
        this.refusals = refusals;
        this.usage = usage;
        this.transactions = transactions;
    }

    @Override
    public void write(Chunk<? extends EmbeddedAssets> chunk) {
        for (EmbeddedAssets assets : chunk) {
            long tokensToday = transactions.inScope(run.scope(), () -> store(assets));
            RunTally tally = run.reached(results).with(assets, tokensToday);
            results.put(RunTally.class, tally);
            run.progress().report(tally.counts());
        }
    }

    /** Returns the client account's tokens of today. */
    private long store(EmbeddedAssets assets) {
        store.save(run.scope(), run.space(), assets.embeddings());
        refusals.record(run.scope(), run.space(), assets.refusals());
        usage.charge(run.scope(), run.space(), assets.charge(), run.pricePerMillionTokens());
        return usage.tokensToday(run.scope());
    }
}
