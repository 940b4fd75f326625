package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import java.util.ArrayList;
import java.util.List;

/** Embeds assets that are new or have changed. Storing is left to the caller, so that no transaction spans a call. */
public final class EmbedDueAssets {
    private final EmbeddingModel model;
    private final AssetDocumentTemplate template;

    public EmbedDueAssets(EmbeddingModel model, AssetDocumentTemplate template) {
        this.model = model;
        this.template = template;
    }

    /** Most assets for one call: what the model takes, but no more than keeps progress visible. */
    public int batchSize() {
        return Math.min(model.profile().maxInputs(), 64);
    }

    /**
     * The embeddings of the assets, in their order.
     *
     * @throws EmbeddingUnavailableException where the model gives none
     * @throws IllegalArgumentException where the space is not one of this model and template
     */
    public List<AssetEmbedding> embed(EmbeddingSpace space, List<Asset> assets) {
        if (space.dimensions() != model.profile().dimensions()
                || !space.model().equals(model.profile().model())
                || space.templateVersion() != AssetDocumentTemplate.VERSION) {
            throw new IllegalArgumentException("the space " + space + " is not one of model " + model.profile());
        }
        List<EmbeddingVector> vectors = model.embedDocuments(assets.stream()
                .map(asset -> template.render(asset.attributes(), asset.relations()))
                .toList());
        List<AssetEmbedding> embeddings = new ArrayList<>(assets.size());
        for (int i = 0; i < assets.size(); i++) {
            Asset asset = assets.get(i);
            embeddings.add(new AssetEmbedding(asset.id(), asset.engagementId(), vectors.get(i), asset.contentHash()));
        }
        return embeddings;
    }
}
