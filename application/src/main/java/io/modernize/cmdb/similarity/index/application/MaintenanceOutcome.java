package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexState;
import java.time.Duration;

/** What came of maintaining one client account's index. */
public sealed interface MaintenanceOutcome {

    /** Nothing was to be done. */
    record Kept(IndexState state) implements MaintenanceOutcome {}

    /**
     * The client account has a new index, and searches use it.
     *
     * @param took the build alone
     * @param audit of the new index
     */
    record Built(BuildReason reason, IndexState.Built index, Duration took, AuditOutcome audit)
            implements MaintenanceOutcome {}

    /** The client account has its index no more. */
    record Dropped(IndexState before) implements MaintenanceOutcome {}

    /** Something is to be done, but another process changes indexes right now. */
    record Busy() implements MaintenanceOutcome {}

    /** @param reason fit for people, without tenant data */
    record Failed(String reason) implements MaintenanceOutcome {}
}
