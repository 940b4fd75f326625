package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/**
 * The attributes of assets under the column names of their source. They are the largest part of an asset, and few
 * readers want them. Searches and lists therefore find assets without them.
 */
public interface SourceAttributes {
    /**
     * The attributes of those of the assets that the scope has, in sorted order. An asset without attributes has an
     * empty map.
     */
    Map<AssetId, SortedMap<String, String>> of(TenantScope scope, Collection<AssetId> assets);
}
