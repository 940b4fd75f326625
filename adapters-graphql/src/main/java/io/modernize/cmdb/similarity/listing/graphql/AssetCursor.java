package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.listing.AssetPosition;
import java.util.List;
import java.util.UUID;

/** A place in a list of assets, as cursors hold it: the id, and the value if there is one. */
final class AssetCursor {
    private AssetCursor() {}

    static List<String> write(AssetPosition position) {
        String id = position.id().value().toString();
        return position.value() == null ? List.of(id) : List.of(id, position.value());
    }

    static AssetPosition read(List<String> place) {
        return new AssetPosition(
                place.size() == 1 ? null : place.get(1), new AssetId(UUID.fromString(place.getFirst())));
    }
}
