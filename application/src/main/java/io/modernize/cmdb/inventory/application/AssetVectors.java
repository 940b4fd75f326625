package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vectors that an engagement's assets are searched by, of all spaces, as an export reads them. */
public interface AssetVectors {
    /**
     * Vectors in an order that stays.
     *
     * @param after only vectors beyond the one at this position; null to begin
     * @param limit at most so many
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    List<AssetVector> page(TenantScope scope, EngagementId engagementId, @Nullable Position after, int limit);

    /** One of an asset's vectors. */
    record Position(AssetId assetId, UUID spaceId) {}

    /** Vectors of different spaces cannot be compared. */
    record Space(String provider, String model, int dimensions, int templateVersion) {}

    record AssetVector(Position position, AssetKey key, Space space, List<Float> values) {
        public AssetVector {
            values = List.copyOf(values);
        }
    }
}
