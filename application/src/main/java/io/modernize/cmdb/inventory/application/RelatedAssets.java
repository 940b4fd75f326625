package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The assets that assets have relations to, for many assets at once. */
public interface RelatedAssets {
    /**
     * The relations of each of the assets. An asset that is not in the scope, or has no relations, is absent from the
     * result. Outgoing relations come first. Relations of one direction are ordered by type and by the id of the other
     * asset.
     *
     * @param limit the greatest number of relations of each asset
     */
    Map<AssetId, Neighbours> of(TenantScope scope, Collection<AssetId> assets, int limit);

    /** @param total the number of all relations */
    record Neighbours(List<Neighbour> first, long total) {
        public Neighbours {
            first = List.copyOf(first);
        }
    }

    /** @param type the name of the relation in the source, read from the parent to the child */
    record Neighbour(AssetId other, Direction direction, String type) {}

    /** The end of a relation that an asset is. */
    enum Direction {
        /** The asset is the parent. */
        OUTGOING,
        /** The asset is the child. */
        INCOMING
    }
}
