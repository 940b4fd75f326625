package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Exports engagements while nobody imports into them. */
public final class ExportEngagements {
    private final EngagementCatalog engagements;
    private final EngagementLocks locks;
    private final EngagementArchives archives;

    public ExportEngagements(EngagementCatalog engagements, EngagementLocks locks, EngagementArchives archives) {
        this.engagements = engagements;
        this.locks = locks;
        this.archives = archives;
    }

    public ExportOutcome export(ExportRequest request, JobProgress progress) {
        List<EngagementId> ids = engagements.engagements(request.scope()).stream()
                .map(Engagement::id)
                .toList();
        Optional<Held> held = locks.tryAcquireAll(request.scope(), ids, Set.of(EngagementLocks.IMPORT));
        if (held.isEmpty()) {
            return new ExportOutcome.EngagementBusy();
        }
        try (Held alone = held.get()) {
            return archives.write(request, progress);
        }
    }
}
