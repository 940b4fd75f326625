package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;

/** Lists the assets of a scope page by page, and says how many there are and of which kinds. */
public final class ListAssets {
    /** Most assets of a page. */
    public static final int MAX_PAGE = 100;

    /** Where counting stops: some milliseconds' worth, and more than anybody pages through. */
    public static final int MAX_COUNT = 10_000;

    private final AssetLists lists;

    public ListAssets(AssetLists lists) {
        this.lists = lists;
    }

    /**
     * A page, always in the list's own order.
     *
     * @throws IllegalArgumentException unless the query's limit is 1 to {@link #MAX_PAGE}
     */
    public Page<Asset> list(AssetListQuery query) {
        if (query.limit() < 1 || query.limit() > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " assets");
        }
        return lists.page(query);
    }

    public CandidateCount count(TenantScope scope, AssetSelection selection) {
        return lists.count(scope, selection, MAX_COUNT);
    }

    public Facets facets(TenantScope scope, AssetSelection selection) {
        return lists.facets(scope, selection);
    }
}
