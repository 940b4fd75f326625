package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.application.ListAssets;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code AssetConnection}. Spring takes classes of other names for pages that it has to turn into one.
 *
 * @param totalCount null where nobody asked for it
 * @param scope of the list; not part of the schema, but what its facets are counted in
 * @param selection of the list; not part of the schema, but what its facets are counted of
 */
record AssetConnection(
        List<AssetEdgePayload> edges,
        PageInfoPayload pageInfo,
        @Nullable Integer totalCount,
        @Nullable Boolean totalCountExact,
        TenantScope scope,
        AssetSelection selection) {

    static AssetConnection from(
            TenantScope scope,
            AssetSelection selection,
            AssetOrder order,
            PageCursors cursors,
            ListAssets.Page page,
            @Nullable CandidateCount count) {
        List<AssetEdgePayload> edges = page.assets().stream()
                .map(asset -> new AssetEdgePayload(
                        AssetPayload.from(scope, asset),
                        cursors.seal(scope, AssetCursor.write(order.positionOf(asset)))))
                .toList();
        return new AssetConnection(
                edges,
                new PageInfoPayload(
                        page.next(),
                        page.previous(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                count == null ? null : Math.toIntExact(count.value()),
                count == null ? null : count.exact(),
                scope,
                selection);
    }
}
