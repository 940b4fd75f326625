package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What assets have relations to, for many assets at once. */
public interface RelatedAssets {
    /**
     * Of each of the assets, those that it is related to; an asset that is not in the scope, or has no relations, is absent
     * from the answer. Outgoing relations come first, then by type and the other's id.
     *
     * @param limit at most so many of each asset
     */
    Map<AssetId, Neighbours> of(TenantScope scope, Collection<AssetId> assets, int limit);

    /** @param total how many there are in all */
    record Neighbours(List<Neighbour> first, long total) {
        public Neighbours {
            first = List.copyOf(first);
        }
    }

    /** @param type as the source names it, read from the parent to the child */
    record Neighbour(AssetId other, Direction direction, String type) {}

    /** Which end of a relation an asset is. */
    enum Direction {
        /** The asset is the parent. */
        OUTGOING,
        /** The asset is the child. */
        INCOMING
    }
}
