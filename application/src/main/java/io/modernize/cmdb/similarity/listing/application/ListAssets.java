package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;

/** Lists the assets of a scope page by page, and counts them and their values. */
public final class ListAssets {
    /** The greatest number of assets of a page. */
    public static final int MAX_PAGE = 100;

    /** The number at which counting stops. It takes some milliseconds, and nobody pages through so many assets. */
    public static final int MAX_COUNT = 10_000;

    private final AssetLists lists;

    public ListAssets(AssetLists lists) {
        this.lists = lists;
    }

    /**
     * A page in the order of the list.
     *
     * @throws IllegalArgumentException unless the query's limit is 1 to {@link #MAX_PAGE}
     */
    public Page<Asset> list(AssetListQuery query) {
        Page.requireLimit(query.limit(), MAX_PAGE, "assets");
        return lists.page(query);
    }

    public CandidateCount count(TenantScope scope, AssetSelection selection) {
        return lists.count(scope, selection, MAX_COUNT);
    }

    public Facets facets(TenantScope scope, AssetSelection selection) {
        return lists.facets(scope, selection);
    }
}
