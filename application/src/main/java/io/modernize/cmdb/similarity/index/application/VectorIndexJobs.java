package io.modernize.cmdb.similarity.index.application;

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

    /** The outcome of maintenance. */
    sealed interface MaintenanceRun {
        record Completed(List<MaintainedAccount> accounts) implements MaintenanceRun {
            public Completed {
                accounts = List.copyOf(accounts);
            }
        }

        /** Another process is maintaining indexes. */
        record Busy() implements MaintenanceRun {}

        /** The run stopped half-way, for a reason that is not one client account's. The next run continues. */
        record Interrupted(String reason) implements MaintenanceRun {}
    }

    /** The outcome of audits. */
    sealed interface AuditRun {
        record Completed(List<AuditedAccount> accounts) implements AuditRun {
            public Completed {
                accounts = List.copyOf(accounts);
            }
        }

        /** Another process is auditing. */
        record Busy() implements AuditRun {}

        /** The run stopped half-way, for a reason that is not one client account's. */
        record Interrupted(String reason) implements AuditRun {}
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
