package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import org.jspecify.annotations.Nullable;

/** What came of an {@link AssetsLikeQuery}. */
public sealed interface AssetsLikeOutcome {

    /**
     * The assets like it.
     *
     * @param text of the asset's words that the others were chosen by; null where they were by embeddings alone
     */
    record Found(SimilarAssets assets, @Nullable QueryText text) implements AssetsLikeOutcome {}

    /** The scope has no such asset, whether or not it exists elsewhere. */
    record AssetUnknown() implements AssetsLikeOutcome {}

    /** The asset waits for its embedding. */
    record NotEmbeddedYet() implements AssetsLikeOutcome {}
}
