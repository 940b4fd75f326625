package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import org.jspecify.annotations.Nullable;

/** The outcome of an {@link AssetsLikeQuery}. */
public sealed interface AssetsLikeOutcome {

    /**
     * The assets that are like the given one.
     *
     * @param text the words of the asset that the others were chosen by; null if they were chosen by embeddings alone
     */
    record Found(SimilarAssets assets, @Nullable QueryText text) implements AssetsLikeOutcome {}

    /** The scope has no such asset, whether or not it exists elsewhere. */
    record AssetUnknown() implements AssetsLikeOutcome {}

    /** The asset is not embedded yet. */
    record NotEmbeddedYet() implements AssetsLikeOutcome {}
}
