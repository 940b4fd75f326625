package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.AssetPosition;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list of assets to return.
 *
 * @param from only assets behind this place, seen in the direction of reading; null to begin
 * @param backward read from the end to the beginning
 * @param limit at most so many
 */
public record AssetListQuery(
        TenantScope scope,
        AssetSelection selection,
        AssetOrder order,
        @Nullable AssetPosition from,
        boolean backward,
        int limit) {
    AssetListQuery withLimit(int most) {
        return new AssetListQuery(scope, selection, order, from, backward, most);
    }
}
