package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.EngagementId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the search for duplicates in one engagement has come.
 *
 * @param after last asset that the phase is done with, as it takes them in the order of their ids; null at its begin
 * @param compared assets whose duplicates were looked for
 * @param total assets of the engagement when the scan began
 * @param groups that were found; 0 before the end
 */
public record DuplicateScan(
        EngagementId engagementId,
        Phase phase,
        @Nullable AssetId after,
        long compared,
        long total,
        int groups,
        Instant startedAt) {

    /** In this order. */
    public enum Phase {
        /** Each asset's keys are noted. */
        KEYS,
        /** Each asset is compared with those that share a key, and with its nearest neighbours. */
        PAIRS,
        /** Pairs are joined to groups, which take the place of those before. */
        GROUPS,
        FINISHED
    }

    public static DuplicateScan begin(EngagementId engagementId, long total, Instant now) {
        return new DuplicateScan(engagementId, Phase.KEYS, null, 0, total, 0, now);
    }

    /** The keys of the assets up to this one are noted. */
    public DuplicateScan noted(AssetId last) {
        return new DuplicateScan(engagementId, phase, last, compared, total, groups, startedAt);
    }

    /** So many more assets are compared, up to this one. */
    public DuplicateScan compared(AssetId last, int assets) {
        return new DuplicateScan(engagementId, phase, last, compared + assets, total, groups, startedAt);
    }

    /** At the begin of the next phase. */
    public DuplicateScan in(Phase next) {
        return new DuplicateScan(engagementId, next, null, compared, total, groups, startedAt);
    }

    public DuplicateScan finished(int found) {
        return new DuplicateScan(engagementId, Phase.FINISHED, null, compared, total, found, startedAt);
    }
}
