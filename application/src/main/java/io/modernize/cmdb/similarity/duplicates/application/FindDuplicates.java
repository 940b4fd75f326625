package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the assets of an engagement that were probably recorded twice. Goes through the assets page by page, first to
 * note their keys, then to compare each with the few that share a key with it and with its nearest neighbours. Each page
 * commits together with the position behind it, so that a scan goes on where it was, however it ended.
 */
public final class FindDuplicates {
    /** Assets of a page: what is lost at most, and what a transaction holds. */
    public static final int PAGE = 200;

    private final AssetCatalog catalog;
    private final DuplicateScans scans;
    private final PairDuplicates pairing;
    private final GroupDuplicates grouping;
    private final TenantTransactions transactions;
    private final Clock clock;

    public FindDuplicates(
            AssetCatalog catalog,
            DuplicateScans scans,
            PairDuplicates pairing,
            GroupDuplicates grouping,
            TenantTransactions transactions,
            Clock clock) {
        this.catalog = catalog;
        this.scans = scans;
        this.pairing = pairing;
        this.grouping = grouping;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The engagement's scan that was interrupted, or a new one. */
    public DuplicateScan begin(TenantScope scope, EngagementId engagementId) {
        return transactions.inScope(
                scope,
                () -> scans.find(scope, engagementId)
                        .filter(scan -> scan.phase() != Phase.FINISHED)
                        .orElseGet(() -> scans.begin(scope, engagementId, clock.instant())));
    }

    /**
     * Takes the scan one page further, and stores that.
     *
     * @throws IllegalArgumentException where the scope does not cover the scan's engagement
     */
    public DuplicateScan advance(TenantScope scope, DuplicateScan scan) {
        // Whatever else the scope covers: duplicates are looked for inside one engagement.
        TenantScope engagement = scope.narrowedTo(scan.engagementId())
                .orElseThrow(() ->
                        new IllegalArgumentException("the scope does not cover engagement " + scan.engagementId()));
        return switch (scan.phase()) {
            case KEYS -> noteKeys(engagement, scan);
            case PAIRS -> compare(engagement, scan);
            case GROUPS -> group(engagement, scan);
            case FINISHED -> scan;
        };
    }

    private DuplicateScan noteKeys(TenantScope scope, DuplicateScan scan) {
        return transactions.inScope(scope, () -> {
            List<Asset> page = catalog.page(scope, scan.engagementId(), scan.after(), PAGE);
            if (page.isEmpty()) {
                return saved(scope, scan.in(Phase.PAIRS));
            }
            Map<AssetId, Set<DuplicateKey>> keys = new LinkedHashMap<>();
            page.forEach(asset -> keys.put(asset.id(), DuplicateKey.of(asset.attributes())));
            scans.saveKeys(scope, scan.engagementId(), keys);
            return saved(scope, scan.noted(page.getLast().id()));
        });
    }

    private DuplicateScan compare(TenantScope scope, DuplicateScan scan) {
        List<Asset> page = catalog.page(scope, scan.engagementId(), scan.after(), PAGE);
        if (page.isEmpty()) {
            return saved(scope, scan.in(Phase.GROUPS));
        }
        // Outside the transaction that stores the pairs: the searches of a page may take a second.
        Collection<DuplicatePair> pairs = pairing.pairs(scope, scan.engagementId(), page);
        return transactions.inScope(scope, () -> {
            scans.savePairs(scope, scan.engagementId(), List.copyOf(pairs));
            return saved(scope, scan.compared(page.getLast().id(), page.size()));
        });
    }

    private DuplicateScan saved(TenantScope scope, DuplicateScan scan) {
        scans.save(scope, scan);
        return scan;
    }

    private DuplicateScan group(TenantScope scope, DuplicateScan scan) {
        List<ProposedGroup> groups = grouping.groups(scope, scans.pairs(scope, scan.engagementId()));
        return transactions.inScope(scope, () -> {
            scans.publish(scope, scan.engagementId(), groups, clock.instant());
            return saved(scope, scan.finished(groups.size()));
        });
    }
}
