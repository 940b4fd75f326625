package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.similarity.SimilarAssets;

/** What came of an {@link AssetsLikeQuery}. */
public sealed interface AssetsLikeOutcome {

    record Found(SimilarAssets assets) implements AssetsLikeOutcome {}

    /** The scope has no such asset, whether or not it exists elsewhere. */
    record AssetUnknown() implements AssetsLikeOutcome {}

    /** The asset waits for its embedding. */
    record NotEmbeddedYet() implements AssetsLikeOutcome {}
}
