package io.modernize.cmdb.similarity.index.application;

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

    /** What came of maintaining. */
    sealed interface MaintenanceRun {
        record Completed(List<MaintainedAccount> accounts) implements MaintenanceRun {
            public Completed {
                accounts = List.copyOf(accounts);
            }
        }

        /** Another process maintains indexes right now. */
        record Busy() implements MaintenanceRun {}

        /** Stopped half-way, and not by one client account; a next run goes on. */
        record Interrupted(String reason) implements MaintenanceRun {}
    }

    /** What came of auditing. */
    sealed interface AuditRun {
        record Completed(List<AuditedAccount> accounts) implements AuditRun {
            public Completed {
                accounts = List.copyOf(accounts);
            }
        }

        /** Another process audits right now. */
        record Busy() implements AuditRun {}

        /** Stopped half-way, and not by one client account. */
        record Interrupted(String reason) implements AuditRun {}
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
