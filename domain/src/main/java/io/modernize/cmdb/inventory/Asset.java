package io.modernize.cmdb.inventory;

import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;

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
        Instant updatedAt) {}
