package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores the embeddings of a batch in one transaction. */
class EmbeddingWriter implements ItemWriter<List<AssetEmbedding>> {
    private final EmbeddingRun run;
    private final EmbeddingStore store;

    EmbeddingWriter(EmbeddingRun run, EmbeddingStore store) {
        this.run = run;
        this.store = store;
    }

    @Override
    public void write(Chunk<? extends List<AssetEmbedding>> chunk) {
        for (List<AssetEmbedding> embeddings : chunk) {
            store.save(run.scope(), run.space(), embeddings);
            long done = run.embedded().addAndGet(embeddings.size());
            run.progress().report(done, Math.max(run.due(), done));
        }
    }
}
