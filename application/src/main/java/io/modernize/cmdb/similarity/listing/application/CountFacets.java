package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of the assets that a search chooses from. A search that compares words chooses from the assets that
 * have any of them. A search by embeddings alone chooses from all candidates, since every one of them is a hit if only
 * so many are asked for.
 */
public final class CountFacets {
    private final AssetFacets facets;
    private final ActiveSpaces spaces;

    public CountFacets(AssetFacets facets, ActiveSpaces spaces) {
        this.facets = facets;
        this.spaces = spaces;
    }

    public Facets count(FacetsQuery query) {
        return query.text() == null
                ? facets.ofCandidates(query.scope(), spaces.active(query.scope()), query.filter(), query.excluded())
                : facets.ofMatches(query.scope(), query.text(), query.filter(), query.excluded());
    }

    /**
     * The choice of assets to count.
     *
     * @param text the text of a search that compares words; null for a search by embeddings alone
     * @param excluded the asset that others are compared with, which is never a hit; null if there is none
     */
    public record FacetsQuery(
            TenantScope scope,
            @Nullable QueryText text,
            AssetFilter filter,
            @Nullable AssetId excluded) {}
}
