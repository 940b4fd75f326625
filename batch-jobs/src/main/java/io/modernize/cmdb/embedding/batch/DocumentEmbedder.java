package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Embeds a batch by one call of the model. */
class DocumentEmbedder implements ItemProcessor<List<Asset>, List<AssetEmbedding>> {
    private final EmbeddingRun run;
    private final EmbedDueAssets embedDueAssets;

    DocumentEmbedder(EmbeddingRun run, EmbedDueAssets embedDueAssets) {
        this.run = run;
        this.embedDueAssets = embedDueAssets;
    }

    @Override
    public List<AssetEmbedding> process(List<Asset> assets) {
        return embedDueAssets.embed(run.space(), assets);
    }
}
