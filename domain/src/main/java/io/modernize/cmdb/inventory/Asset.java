package io.modernize.cmdb.inventory;

import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;

/**
 * A configuration item of one engagement: a server, database, application or network device.
 *
 * @param contentHash of {@code attributes}; an embedding made from another hash is stale
 * @param updatedAt when an import last changed the asset
 */
public record Asset(
        AssetId id,
        EngagementId engagementId,
        AssetKey key,
        AssetAttributes attributes,
        ContentHash contentHash,
        Instant updatedAt) {}
