package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.AssetPosition;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a page in a list of assets.
 *
 * @param from only assets after this place in the direction of reading; null to begin
 * @param backward whether the list is read from its end to its beginning
 * @param limit the greatest number of assets
 */
public record AssetListQuery(
        TenantScope scope,
        AssetSelection selection,
        AssetOrder order,
        @Nullable AssetPosition from,
        boolean backward,
        int limit) {
    public AssetListQuery withLimit(int most) {
        return new AssetListQuery(scope, selection, order, from, backward, most);
    }

    /**
     * The page that is asked for.
     *
     * @param read at most so many assets from the place on, in the direction of reading: backward, the last one comes first
     */
    public Page<Asset> page(IntFunction<List<Asset>> read) {
        return backward ? Page.backward(from, limit, read) : Page.forward(from, limit, read);
    }
}
