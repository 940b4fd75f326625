package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;

/** Lists of the assets of a scope, embedded or not. */
public interface AssetLists {
    /** The assets that the query asks for, in the list's own order, whichever way it is read. */
    Page<Asset> page(AssetListQuery query);

    /** The number of selected assets of the scope. Counting stops at the limit. */
    CandidateCount count(TenantScope scope, AssetSelection selection, int limit);

    /** Counts the values of the selected assets, of at most {@link Facets#MAX_ASSETS} of them. */
    Facets facets(TenantScope scope, AssetSelection selection);
}
