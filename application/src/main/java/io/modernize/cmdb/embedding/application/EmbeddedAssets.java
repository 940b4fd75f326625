package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of some due assets; to be stored together.
 *
 * @param embeddings of those that the model took
 * @param refusals of the others
 * @param charge for all of them
 */
public record EmbeddedAssets(List<AssetEmbedding> embeddings, List<AssetRefusal> refusals, EmbeddingCharge charge) {
    public EmbeddedAssets {
        embeddings = List.copyOf(embeddings);
        refusals = List.copyOf(refusals);
    }

    /** Both. */
    public EmbeddedAssets and(EmbeddedAssets more) {
        return new EmbeddedAssets(
                Stream.concat(embeddings.stream(), more.embeddings.stream()).toList(),
                Stream.concat(refusals.stream(), more.refusals.stream()).toList(),
                charge.and(more.charge));
    }

    /** How many assets these are. */
    public int size() {
        return embeddings.size() + refusals.size();
    }
}
