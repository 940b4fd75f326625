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
 * The searches for duplicates in engagements: how far each has come, and what it has noted on its way. Every method
 * throws {@link IllegalArgumentException} where the scope does not cover the engagement.
 */
public interface DuplicateScans {
    /** The engagement's last scan, finished or not; empty before the first one. */
    Optional<DuplicateScan> find(TenantScope scope, EngagementId engagementId);

    /**
     * A new scan in the place of the last one, whose keys and pairs are forgotten. Its groups stay until they are
     * replaced.
     */
    DuplicateScan begin(TenantScope scope, EngagementId engagementId, Instant now);

    /** Notes how far the engagement's scan has come. */
    void save(TenantScope scope, DuplicateScan scan);

    /** Notes keys of assets, beside those noted before. An asset deleted meanwhile is passed over. */
    void saveKeys(TenantScope scope, EngagementId engagementId, Map<AssetId, Set<DuplicateKey>> keys);

    /**
     * The keys that these assets share with others of the engagement, without those that too many share. Takes so much
     * time as there are assets given, however many share a key.
     */
    List<SharedKey> sharedKeys(TenantScope scope, EngagementId engagementId, Collection<AssetId> assetIds);

    /**
     * Stores pairs, each at most once. Of a pair that is stored already the one that scores higher stays. A pair of an
     * asset deleted meanwhile is passed over.
     */
    void savePairs(TenantScope scope, EngagementId engagementId, List<DuplicatePair> pairs);

    /** All pairs of the engagement's scan, in no particular order. */
    List<DuplicatePair> pairs(TenantScope scope, EngagementId engagementId);

    /**
     * Makes these the engagement's groups, in the place of those before, and forgets the pairs. A group whose members
     * were together before keeps the time at which it was found. All or nothing.
     */
    void publish(TenantScope scope, EngagementId engagementId, List<ProposedGroup> groups, Instant now);

    /** @param assetIds all that have the key, 2 to what its kind allows */
    record SharedKey(DuplicateKey key, Set<AssetId> assetIds) {
        public SharedKey {
            assetIds = Set.copyOf(assetIds);
        }
    }
}
