package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;

/** The assets of a scope as lists, embedded or not. */
public interface AssetLists {
    /** The assets that the query asks for, in the list's own order, whichever way it is read. */
    Page<Asset> page(AssetListQuery query);

    /** How many assets of the scope are selected; counting stops at the limit. */
    CandidateCount count(TenantScope scope, AssetSelection selection, int limit);

    /** Counts the values of those assets, of at most {@link Facets#MAX_ASSETS} of them. */
    Facets facets(TenantScope scope, AssetSelection selection);
}
