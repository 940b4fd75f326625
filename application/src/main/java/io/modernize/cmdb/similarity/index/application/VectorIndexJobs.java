package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Consumer;

/**
 * Maintains the indexes of client accounts and audits their recall. It works on one client account after another, each
 * in a scope of its own. If one client account fails, it is reported, and the others follow.
 */
public interface VectorIndexJobs {
    /** Surveys each client account, and builds or drops its index if that is due. */
    MaintenanceRun maintain(MaintenanceProgress progress);

    /** Surveys one client account, and builds or drops its index if that is due. */
    MaintenanceRun maintain(ClientAccount account, MaintenanceProgress progress);

    /** Audits each client account whose searches use an approximate plan. */
    AuditRun audit(Consumer<AuditedAccount> progress);

    /** Audits one client account if its searches use an approximate plan. */
    AuditRun audit(ClientAccount account, Consumer<AuditedAccount> progress);

    /** The number of client accounts that missed the target in their last audit. */
    int countBelowTarget();

    /**
     * What came of maintaining.
     *
     * @param end unfinished where it stopped half-way, and not by one client account
     * @param accounts that had their turn
     */
    record MaintenanceRun(JobEnd end, List<MaintainedAccount> accounts) {
        public MaintenanceRun {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * What came of auditing.
     *
     * @param end unfinished where it stopped half-way, and not by one client account
     * @param accounts that had their turn
     */
    record AuditRun(JobEnd end, List<AuditedAccount> accounts) {
        public AuditRun {
            accounts = List.copyOf(accounts);
        }
    }

    /** The work in one of a client account's spaces. */
    record MaintainedAccount(ClientAccount account, MaintenanceOutcome outcome) {}

    record AuditedAccount(ClientAccount account, AuditOutcome outcome) {}

    /** Receives the progress of maintenance. */
    interface MaintenanceProgress {
        MaintenanceProgress SILENT = new MaintenanceProgress() {
            @Override
            public BuildProgress beginning(ClientAccount account) {
                return BuildProgress.SILENT;
            }

            @Override
            public void ended(MaintainedAccount account) {}
        };

        /**
         * Reports that the work on a client account begins. The result receives the progress of a build, if there is
         * one.
         */
        BuildProgress beginning(ClientAccount account);

        void ended(MaintainedAccount account);
    }
}
