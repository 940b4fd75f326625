package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

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
    public Page list(AssetListQuery query) {
        if (query.limit() < 1 || query.limit() > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " assets");
        }
        List<Asset> found = lists.page(new AssetListQuery(
                query.scope(), query.selection(), query.order(), query.from(), query.backward(), query.limit() + 1));
        List<Asset> page = found.stream().limit(query.limit()).toList();
        boolean more = found.size() > query.limit();
        boolean behind = query.from() != null;
        return query.backward() ? new Page(page.reversed(), more, behind) : new Page(page, behind, more);
    }

    public CandidateCount count(TenantScope scope, AssetSelection selection) {
        return lists.count(scope, selection, MAX_COUNT);
    }

    public Facets facets(TenantScope scope, AssetSelection selection) {
        return lists.facets(scope, selection);
    }

    /**
     * A page of a list of assets.
     *
     * @param previous whether there are assets before these, or were when the place was seen that the page begins at
     * @param next whether there are assets after these, or were when the place was seen that the page ends at
     */
    public record Page(List<Asset> assets, boolean previous, boolean next) {
        public Page {
            assets = List.copyOf(assets);
        }
    }
}
