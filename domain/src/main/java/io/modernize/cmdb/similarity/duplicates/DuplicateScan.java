package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the search for duplicates in one engagement.
 *
 * @param after the last asset that the phase has finished, in the order of ids; null at its beginning
 * @param compared the number of assets whose duplicates were looked for
 * @param total the number of assets of the engagement when the scan began
 * @param groups the number of groups that were found; 0 before the end
 */
public record DuplicateScan(
        EngagementId engagementId,
        Phase phase,
        @Nullable AssetId after,
        long compared,
        long total,
        int groups,
        Instant startedAt) {

    /** The phases of a scan, in their order. */
    public enum Phase {
        /** The keys of each asset are noted. */
        KEYS,
        /** Each asset is compared with the assets that share a key, and with its nearest neighbours. */
        PAIRS,
        /** Pairs are joined to groups, which replace the groups of the scan before. */
        GROUPS,
        FINISHED
    }

    public static DuplicateScan begin(EngagementId engagementId, long total, Instant now) {
        return new DuplicateScan(engagementId, Phase.KEYS, null, 0, total, 0, now);
    }

    /** The scan after the keys of the assets up to this one were noted. */
    public DuplicateScan noted(AssetId last) {
        return new DuplicateScan(engagementId, phase, last, compared, total, groups, startedAt);
    }

    /** The scan after so many more assets, up to this one, were compared. */
    public DuplicateScan compared(AssetId last, int assets) {
        return new DuplicateScan(engagementId, phase, last, compared + assets, total, groups, startedAt);
    }

    /** The scan at the beginning of the next phase. */
    public DuplicateScan in(Phase next) {
        return new DuplicateScan(engagementId, next, null, compared, total, groups, startedAt);
    }

    public DuplicateScan finished(int found) {
        return new DuplicateScan(engagementId, Phase.FINISHED, null, compared, total, found, startedAt);
    }
}
