package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.AssetSelection;
import io.modernize.cmdb.similarity.CandidateCount;
import io.modernize.cmdb.similarity.Facets;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** The assets of a scope as lists, embedded or not. */
public interface AssetLists {
    /** The assets that the query asks for, in the direction of reading: backwards, the last one comes first. */
    List<Asset> page(AssetListQuery query);

    /** How many assets of the scope are selected; counting stops at the limit. */
    CandidateCount count(TenantScope scope, AssetSelection selection, int limit);

    /** Counts the values of those assets, of at most {@link Facets#MAX_ASSETS} of them. */
    Facets facets(TenantScope scope, AssetSelection selection);
}
