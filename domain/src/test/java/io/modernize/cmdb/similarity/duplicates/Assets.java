package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import java.util.UUID;

/** Assets of no engagement in particular. */
public final class Assets {
    private Assets() {}

    public static Asset of(AssetAttributes.Builder attributes) {
        return of(attributes, "");
    }

    public static Asset of(AssetAttributes.Builder attributes, String relations) {
        AssetAttributes built = attributes.build();
        return new Asset(
                new AssetId(UUID.randomUUID()),
                new EngagementId(UUID.randomUUID()),
                new AssetKey("servicenow", "key-1"),
                built,
                relations,
                ContentHash.ofContent(built),
                Instant.EPOCH);
    }
}
