package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads due assets, one model call's worth at a time, by keyset: what was embedded meanwhile shifts nothing. */
class DueAssetReader implements ItemReader<List<Asset>> {
    private final EmbeddingRun run;
    private final EmbeddingStore store;
    private final int batchSize;
    private @Nullable AssetId last;

    DueAssetReader(EmbeddingRun run, EmbeddingStore store, int batchSize) {
        this.run = run;
        this.store = store;
        this.batchSize = batchSize;
    }

    @Override
    public @Nullable List<Asset> read() {
        List<Asset> due = store.findDue(run.scope(), run.space(), last, batchSize);
        if (due.isEmpty()) {
            return null;
        }
        last = due.getLast().id();
        return due;
    }
}
