package io.modernize.cmdb.similarity.listing;

import io.modernize.cmdb.inventory.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of assets.
 *
 * @param value the value of the field that the list is ordered by, as {@link AssetOrder.Field#valueOf} writes it; null
 *     if there is none
 */
public record AssetPosition(@Nullable String value, AssetId id) {}
