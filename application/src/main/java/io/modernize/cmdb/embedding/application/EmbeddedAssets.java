package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outcomes of some due assets. They are stored together.
 *
 * @param embeddings the embeddings of the assets that the model took
 * @param refusals the refusals of the other assets
 * @param charge the charge for all of them
 */
public record EmbeddedAssets(List<AssetEmbedding> embeddings, List<AssetRefusal> refusals, EmbeddingCharge charge) {
    public EmbeddedAssets {
        embeddings = List.copyOf(embeddings);
        refusals = List.copyOf(refusals);
    }

    /** The outcomes of both. */
    public EmbeddedAssets and(EmbeddedAssets more) {
        return new EmbeddedAssets(
                Stream.concat(embeddings.stream(), more.embeddings.stream()).toList(),
                Stream.concat(refusals.stream(), more.refusals.stream()).toList(),
                charge.and(more.charge));
    }

    /** The number of assets. */
    public int size() {
        return embeddings.size() + refusals.size();
    }
}
