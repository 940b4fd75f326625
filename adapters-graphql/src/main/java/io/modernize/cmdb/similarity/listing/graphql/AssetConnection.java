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
 * @param totalCount null where nobody asked for it
 * @param scope of the list; not part of the schema, but what its facets are counted in
 * @param selection of the list; not part of the schema, but what its facets are counted of
 */
record AssetConnection(
        List<PageConnection.Edge<AssetPayload>> edges,
        List<AssetPayload> nodes,
        PageConnection.Info pageInfo,
        @Nullable Integer totalCount,
        @Nullable Boolean totalCountExact,
        TenantScope scope,
        AssetSelection selection) {

    static AssetConnection from(
            TenantScope scope,
            AssetSelection selection,
            AssetOrder order,
            PageCursors cursors,
            Page<Asset> page,
            @Nullable CandidateCount count) {
        PageConnection<AssetPayload> assets = PageConnection.from(
                page,
                asset -> AssetPayload.from(scope, asset),
                asset -> cursors.seal(scope, AssetCursor.write(order.positionOf(asset))));
        return new AssetConnection(
                assets.edges(),
                assets.nodes(),
                assets.pageInfo(),
                count == null ? null : Math.toIntExact(count.value()),
                count == null ? null : count.exact(),
                scope,
                selection);
    }
}
