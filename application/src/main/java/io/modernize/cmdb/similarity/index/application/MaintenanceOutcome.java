package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexState;
import java.time.Duration;

/** The outcome of maintaining one client account's index. */
public sealed interface MaintenanceOutcome {

    /** Nothing had to be done. */
    record Kept(IndexState state) implements MaintenanceOutcome {}

    /**
     * The client account has a new index, and searches use it.
     *
     * @param took the time of the build alone
     * @param audit the audit of the new index
     */
    record Built(BuildReason reason, IndexState.Built index, Duration took, AuditOutcome audit)
            implements MaintenanceOutcome {}

    /** The index of the client account was dropped. */
    record Dropped(IndexState before) implements MaintenanceOutcome {}

    /** Something is due, but another process is changing indexes. */
    record Busy() implements MaintenanceOutcome {}

    /** @param reason fit for people, without tenant data */
    record Failed(String reason) implements MaintenanceOutcome {}
}
