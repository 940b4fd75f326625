package io.modernize.cmdb.similarity.listing.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.assets.graphql.SearchArguments;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.application.AssetListQuery;
import io.modernize.cmdb.similarity.listing.application.ListAssets;
import io.modernize.cmdb.similarity.search.graphql.FacetsPayload;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Lists assets and shows single ones. A list leads to every asset of the scope, so it needs the permission for all
 * data. A single asset is one that a search has found.
 */
@Controller
final class AssetController {
    private final ListAssets listAssets;
    private final AssetCatalog catalog;

    AssetController(ListAssets listAssets, AssetCatalog catalog) {
        this.listAssets = listAssets;
        this.catalog = catalog;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    AssetConnection assets(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            PageCursors cursors,
            @Arguments AssetListArguments arguments,
            DataFetchingFieldSelectionSet selected) {
        return page(scope, cursors, arguments, selected);
    }

    /** The assets of the engagement that the scope was narrowed to. */
    @SchemaMapping(typeName = "Engagement", field = "assets")
    AssetConnection ofEngagement(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            PageCursors cursors,
            @Arguments AssetListArguments arguments,
            DataFetchingFieldSelectionSet selected) {
        return page(scope, cursors, arguments, selected);
    }

    private AssetConnection page(
            TenantScope scope,
            PageCursors cursors,
            AssetListArguments arguments,
            DataFetchingFieldSelectionSet selected) {
        PageArguments page = arguments.page();
        AssetSelection selection = arguments.selection();
        AssetOrder order = AssetSortInput.toDomain(arguments.sort());
        Page<Asset> found = listAssets.list(new AssetListQuery(
                scope,
                selection,
                order,
                cursors.open(scope, page.cursorArgument(), page.cursor(), AssetCursor::read),
                page.backward(),
                page.limit()));
        CandidateCount count =
                selected.containsAnyOf("totalCount", "totalCountExact") ? listAssets.count(scope, selection) : null;
        return AssetConnection.from(scope, selection, order, cursors, found, count);
    }

    /** Counts facets, for callers who ask for them. */
    @SchemaMapping(typeName = "AssetConnection")
    FacetsPayload facets(AssetConnection assets) {
        return FacetsPayload.from(listAssets.facets(assets.scope(), assets.selection()));
    }

    @QueryMapping
    @Nullable
    AssetPayload asset(TenantScope scope, @Argument String id) {
        return catalog.find(scope, SearchArguments.assetId("id", id))
                .map(asset -> AssetPayload.from(scope, asset))
                .orElse(null);
    }
}
