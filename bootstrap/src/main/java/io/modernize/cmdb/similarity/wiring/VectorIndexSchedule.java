package io.modernize.cmdb.similarity.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintainedAccount;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceRun;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Runs the jobs on indexes while the service serves. Commands run their jobs themselves. One of several instances does
 * the work, and all of them show the same numbers afterwards.
 *
 * <p>Metrics name no client account, because people who read them may not know who is a client.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class VectorIndexSchedule implements SchedulingConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(VectorIndexSchedule.class);

    private final VectorIndexJobs jobs;
    private final IndexProperties indexProperties;
    private final AuditProperties auditProperties;
    private final OneInstance oneInstance;
    private final Timer builds;
    private final AtomicInteger belowTarget = new AtomicInteger();

    VectorIndexSchedule(
            VectorIndexJobs jobs,
            IndexProperties indexProperties,
            AuditProperties auditProperties,
            OneInstance oneInstance,
            MeterRegistry metrics) {
        this.jobs = jobs;
        this.indexProperties = indexProperties;
        this.auditProperties = auditProperties;
        this.oneInstance = oneInstance;
        this.builds = Timer.builder("cmdb.search.index.build")
                .description("Builds of client accounts' HNSW indexes by this instance")
                .register(metrics);
        Gauge.builder("cmdb.search.recall.below_target", belowTarget, AtomicInteger::get)
                .description("Client accounts whose last audit missed the target recall")
                .register(metrics);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("maintain-indexes", this::maintain), indexProperties.schedule());
        registrar.addCronTask(oneInstance.of("audit-recall", this::audit), auditProperties.schedule());
    }

    private void maintain() {
        MaintenanceRun run = jobs.maintain(MaintenanceProgress.SILENT);
        switch (run.end()) {
            case JobEnd.Completed() -> run.accounts().forEach(this::report);
            case JobEnd.Busy() -> LOG.debug("Another instance maintains indexes");
            case JobEnd.Unfinished end -> LOG.warn("Index maintenance stopped: {}", end.reason());
        }
        belowTarget.set(jobs.countBelowTarget());
    }

    private void report(MaintainedAccount account) {
        switch (account.outcome()) {
            case MaintenanceOutcome.Built built -> {
                builds.record(built.took());
                LOG.info(
                        "Client account {} has a new index over {} assets ({}), built in {} s",
                        account.account().id(),
                        built.index().rows(),
                        built.reason(),
                        built.took().toSeconds());
            }
            case MaintenanceOutcome.Dropped dropped ->
                LOG.info(
                        "Client account {} needs no index for {} assets; it was dropped",
                        account.account().id(),
                        dropped.before().totalRows());
            // A failure is in the log already, with its cause.
            case MaintenanceOutcome.Kept kept -> {}
            case MaintenanceOutcome.Busy busy -> {}
            case MaintenanceOutcome.Failed failed -> {}
        }
    }

    private void audit() {
        AuditRun run = jobs.audit(account -> {});
        switch (run.end()) {
            case JobEnd.Completed() ->
                LOG.info(
                        "Audited the recall of {} client accounts",
                        run.accounts().size());
            case JobEnd.Busy() -> LOG.debug("Another instance audits recall");
            case JobEnd.Unfinished end -> LOG.warn("Audits of recall stopped: {}", end.reason());
        }
        belowTarget.set(jobs.countBelowTarget());
    }
}
