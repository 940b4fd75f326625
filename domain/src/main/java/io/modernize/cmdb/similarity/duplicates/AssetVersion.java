package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;

/** An asset as it was when it was compared. If the asset has another hash now, it has changed since. */
public record AssetVersion(AssetId id, ContentHash contentHash) {
    public static AssetVersion of(Asset asset) {
        return new AssetVersion(asset.id(), asset.contentHash());
    }
}
