package io.modernize.cmdb.similarity.wiring;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.tenancy.ClientAccount;
import java.util.List;
import java.util.function.Consumer;

/** Jobs whose outcome is given, and which count their runs. */
final class ScriptedVectorIndexJobs implements VectorIndexJobs {
    private MaintenanceRun maintenance = new MaintenanceRun(new JobEnd.Completed(), List.of());
    private AuditRun audit = new AuditRun(new JobEnd.Completed(), List.of());
    private int belowTarget;
    private int maintenances;
    private int audits;

    void answerMaintenance(MaintenanceRun run) {
        maintenance = run;
    }

    void answerAudit(AuditRun run, int nowBelowTarget) {
        audit = run;
        belowTarget = nowBelowTarget;
    }

    int maintenances() {
        return maintenances;
    }

    int audits() {
        return audits;
    }

    @Override
    public MaintenanceRun maintain(MaintenanceProgress progress) {
        maintenances++;
        return maintenance;
    }

    @Override
    public AuditRun audit(Consumer<AuditedAccount> progress) {
        audits++;
        return audit;
    }

    @Override
    public MaintenanceRun maintain(ClientAccount account, MaintenanceProgress progress) {
        return maintain(progress);
    }

    @Override
    public AuditRun audit(ClientAccount account, Consumer<AuditedAccount> progress) {
        return audit(progress);
    }

    @Override
    public int countBelowTarget() {
        return belowTarget;
    }
}
