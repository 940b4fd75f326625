package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vectors of an engagement's assets in all spaces, as an export reads them. */
public interface AssetVectors {
    /**
     * The vectors in an order that does not change.
     *
     * @param after only vectors after the one at this position; null to begin
     * @param limit the greatest number of vectors
     * @throws IllegalArgumentException if the scope does not cover the engagement
     */
    List<AssetVector> page(TenantScope scope, EngagementId engagementId, @Nullable Position after, int limit);

    /** The place of a vector: its asset and its space. */
    record Position(AssetId assetId, UUID spaceId) {}

    /** The space of a vector. Vectors of different spaces cannot be compared. */
    record Space(String provider, String model, int dimensions, int templateVersion) {}

    record AssetVector(Position position, AssetKey key, Space space, List<Float> values) {
        public AssetVector {
            values = List.copyOf(values);
        }
    }
}
