package io.modernize.cmdb.inventory;

import io.modernize.cmdb.tenancy.EngagementId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A configuration item of one engagement: a server, database, application or network device.
 *
 * @param relations what it runs on and depends on, by names: {@code Runs on: esx-01. Depends on: db-02, db-03}; of many the
 *     first ten, empty for none
 * @param contentHash of {@code attributes} and {@code relations}; an embedding made from another hash is stale
 * @param updatedAt when an import last changed the asset
 */
public record Asset(
        AssetId id,
        EngagementId engagementId,
        AssetKey key,
        AssetAttributes attributes,
        String relations,
        ContentHash contentHash,
        Instant updatedAt) {

    /**
     * The order of assets between which a search makes no difference: by name, then by source system and key, all by the
     * codes of their characters. It follows from what was imported, so that the same import gives the same answers; only
     * assets of one key, in different engagements, are left to their ids.
     */
    public static final Comparator<Asset> BY_NAME_AND_KEY = Comparator.comparing(
                    (Asset asset) -> asset.attributes().name(), Asset::compareCodes)
            .thenComparing(asset -> asset.key().sourceSystem(), Asset::compareCodes)
            .thenComparing(asset -> asset.key().externalKey(), Asset::compareCodes)
            .thenComparing(asset -> asset.id().toString());

    /** As the database compares texts by their codes. Java's own order takes characters beyond the first plane for smaller. */
    private static int compareCodes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
