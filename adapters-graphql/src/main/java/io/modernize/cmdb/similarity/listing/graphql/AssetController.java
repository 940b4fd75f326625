package io.modernize.cmdb.similarity.listing.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.paging.PageCursors;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.assets.graphql.Arguments;
import io.modernize.cmdb.similarity.assets.graphql.AssetFilterInput;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
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
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * Lists assets and shows single ones. A list leads to every asset of the scope, so it needs the permission for all
 * data. A single asset is one that a search has found.
 */
@Controller
final class AssetController {
    private static final int MAX_PREFIX = 200;

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
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable Integer last,
            @Argument @Nullable String before,
            @Argument @Nullable AssetFilterInput filter,
            @Argument @Nullable String namePrefix,
            @Argument @Nullable AssetSortInput sort,
            DataFetchingFieldSelectionSet selected) {
        PageArguments page = PageArguments.of(first, after, last, before);
        AssetSelection selection = new AssetSelection(AssetFilterInput.toDomain(filter), prefix(namePrefix));
        AssetOrder order = AssetSortInput.toDomain(sort);
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

    private static @Nullable String prefix(@Nullable String namePrefix) {
        if (namePrefix == null || namePrefix.isEmpty()) {
            return null;
        }
        if (namePrefix.length() > MAX_PREFIX) {
            throw CommonRefusals.badInput(
                    "namePrefix", "namePrefix is too long.", "Send at most " + MAX_PREFIX + " characters.");
        }
        Arguments.requireStorable("namePrefix", namePrefix);
        return namePrefix;
    }

    /** Counts facets, for callers who ask for them. */
    @SchemaMapping(typeName = "AssetConnection")
    FacetsPayload facets(AssetConnection assets) {
        return FacetsPayload.from(listAssets.facets(assets.scope(), assets.selection()));
    }

    @QueryMapping
    @Nullable
    AssetPayload asset(TenantScope scope, @Argument String id) {
        return catalog.find(scope, Arguments.assetId("id", id))
                .map(asset -> AssetPayload.from(scope, asset))
                .orElse(null);
    }
}
