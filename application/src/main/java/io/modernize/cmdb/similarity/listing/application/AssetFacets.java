package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** Counts the values of the assets that a search chooses from. */
public interface AssetFacets {
    /**
     * Counts the scope's assets that pass the filter and are embedded in the space. {@link EmbeddingIndex} calls them
     * candidates.
     *
     * @param excluded an asset that is not counted, since it is never a hit; null for none
     */
    Facets ofCandidates(TenantScope scope, EmbeddingSpace space, AssetFilter filter, @Nullable AssetId excluded);

    /**
     * Counts the scope's assets that pass the filter and that {@link TextIndex} finds by the text.
     *
     * @param excluded an asset that is not counted, since it is never a hit; null for none
     */
    Facets ofMatches(TenantScope scope, QueryText text, AssetFilter filter, @Nullable AssetId excluded);
}
