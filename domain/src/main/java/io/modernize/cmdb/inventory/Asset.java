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
     * The order of assets that a search scores alike: by name, then by source system and key, compared by the codes of
     * their characters. The order follows from what was imported, so the same import gives the same answers. Only
     * assets of one key in different engagements are ordered by their ids.
     */
    public static final Comparator<Asset> BY_NAME_AND_KEY = Comparator.comparing(
                    (Asset asset) -> asset.attributes().name(), Asset::compareCodes)
            .thenComparing(asset -> asset.key().sourceSystem(), Asset::compareCodes)
            .thenComparing(asset -> asset.key().externalKey(), Asset::compareCodes)
            .thenComparing(asset -> asset.id().toString());

    /**
     * Compares texts by the codes of their characters, as the database does. Java's own order puts characters beyond
     * the first plane before others.
     */
    private static int compareCodes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
