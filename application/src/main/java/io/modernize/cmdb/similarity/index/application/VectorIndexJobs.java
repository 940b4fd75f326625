package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Consumer;

/**
 * Maintains the indexes of all client accounts, and audits their recall: one client account after the other, each in a
 * scope of its own. One that fails is reported, and the others follow.
 */
public interface VectorIndexJobs {
    /** Surveys each client account, and builds or drops its index where that is due. */
    MaintenanceRun maintain(MaintenanceProgress progress);

    /** Likewise, for one client account. */
    MaintenanceRun maintain(ClientAccount account, MaintenanceProgress progress);

    /** Audits each client account that is searched by an approximate plan. */
    AuditRun audit(Consumer<AuditedAccount> progress);

    /** Likewise, for one client account. */
    AuditRun audit(ClientAccount account, Consumer<AuditedAccount> progress);

    /** How many client accounts missed the target in their last audit. */
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

    /** What was done in one of a client account's spaces. */
    record MaintainedAccount(ClientAccount account, MaintenanceOutcome outcome) {}

    record AuditedAccount(ClientAccount account, AuditOutcome outcome) {}

    /** Hears what the job does. */
    interface MaintenanceProgress {
        MaintenanceProgress SILENT = new MaintenanceProgress() {
            @Override
            public BuildProgress beginning(ClientAccount account) {
                return BuildProgress.SILENT;
            }

            @Override
            public void ended(MaintainedAccount account) {}
        };

        /** A client account's turn begins; the answer hears of the build, if there is one. */
        BuildProgress beginning(ClientAccount account);

        void ended(MaintainedAccount account);
    }
}
