package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.api.paging.PageConnection;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code AssetConnection}: a {@link PageConnection} with what is known of the list as a whole. Spring takes
 * classes of other names for pages that it has to turn into one.
 *
 * @param totalCount the number of assets in the whole list; null if nobody asked for it
 * @param scope the scope of the list, for its facets; not part of the schema
 * @param selection the selection of the list, for its facets; not part of the schema
 */
record AssetConnection(
        PageConnection<AssetPayload> page,
        @Nullable Integer totalCount,
        @Nullable Boolean totalCountExact,
        TenantScope scope,
        AssetSelection selection) {
    public List<PageConnection.Edge<AssetPayload>> edges() {
        return page.edges();
    }

    public List<AssetPayload> nodes() {
        return page.nodes();
    }

    public PageConnection.Info pageInfo() {
        return page.pageInfo();
    }

    static AssetConnection from(
            TenantScope scope,
            AssetSelection selection,
            AssetOrder order,
            PageCursors cursors,
            Page<Asset> page,
            @Nullable CandidateCount count) {
        return new AssetConnection(
                PageConnection.from(
                        page,
                        asset -> AssetPayload.from(scope, asset),
                        asset -> cursors.seal(scope, AssetCursor.write(order.positionOf(asset)))),
                count == null ? null : Math.toIntExact(count.value()),
                count == null ? null : count.exact(),
                scope,
                selection);
    }
}
