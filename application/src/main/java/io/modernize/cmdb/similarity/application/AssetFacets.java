package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.AssetFilter;
import io.modernize.cmdb.similarity.Facets;
import io.modernize.cmdb.similarity.QueryText;
import io.modernize.cmdb.tenancy.TenantScope;

/** Counts the values of assets that a search chooses from. */
public interface AssetFacets {
    /** Of the scope's assets that pass the filter and are embedded in the space. */
    Facets ofCandidates(TenantScope scope, EmbeddingSpace space, AssetFilter filter);

    /** Of the scope's assets that pass the filter and that {@link TextIndex} finds by the text. */
    Facets ofMatches(TenantScope scope, QueryText text, AssetFilter filter);
}
