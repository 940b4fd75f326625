package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the source said of an asset, under its own headers. That is most of what there is of an asset, and few readers want it:
 * what searches and lists find comes without.
 */
public interface SourceAttributes {
    /** Of those of the assets that the scope has, in sorted order; an asset that has none has an empty map. */
    Map<AssetId, SortedMap<String, String>> of(TenantScope scope, Collection<AssetId> assets);
}
