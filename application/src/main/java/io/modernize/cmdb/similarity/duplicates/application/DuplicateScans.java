package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The searches for duplicates in engagements, with their progress and their intermediate results. Every method throws
 * {@link IllegalArgumentException} if the scope does not cover the engagement.
 */
public interface DuplicateScans {
    /** The last scan of the engagement, finished or not. Empty before the first one. */
    Optional<DuplicateScan> find(TenantScope scope, EngagementId engagementId);

    /**
     * Begins a new scan in place of the last one. Keys and pairs of the last scan are deleted. Its groups stay until
     * they are replaced.
     */
    DuplicateScan begin(TenantScope scope, EngagementId engagementId, Instant now);

    /** Stores the progress of the engagement's scan. */
    void save(TenantScope scope, DuplicateScan scan);

    /** Adds keys of assets to those stored before. An asset that was deleted meanwhile is left out. */
    void saveKeys(TenantScope scope, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> keys);

    /**
     * The keys that these assets share with others of the engagement, without keys that too many assets share. The time
     * grows with the number of given assets, not with the number of assets that share a key.
     */
    List<SharedKey> sharedKeys(TenantScope scope, EngagementId engagementId, Collection<AssetId> assetIds);

    /**
     * Stores pairs, each at most once. If a pair is stored already, the higher score stays. A pair with an asset that
     * was deleted meanwhile is left out.
     */
    void savePairs(TenantScope scope, EngagementId engagementId, List<DuplicatePair> pairs);

    /** All pairs of the engagement's scan, in no particular order. */
    List<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId);

    /**
     * Replaces the groups of the engagement by these, and deletes the pairs. A group of the same members keeps the time
     * at which it was first found. It replaces all or none.
     */
    void publish(TenantScope scope, EngagementId engagementId, List<ProposedGroup> groups, Instant now);

    /** @param assetIds all assets that have the key: at least 2, and at most as many as its kind allows */
    record SharedKey(DuplicateKey key, Set<AssetId> assetIds) {
        public SharedKey {
            assetIds = Set.copyOf(assetIds);
        }
    }
}
