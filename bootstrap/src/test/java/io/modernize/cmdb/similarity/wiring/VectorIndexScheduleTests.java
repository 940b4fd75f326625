package io.modernize.cmdb.similarity.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintainedAccount;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceRun;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

class VectorIndexScheduleTests {
    private static final ClientAccount NORTHWIND =
            new ClientAccount(new ClientAccountId(UUID.randomUUID()), new Slug("northwind"), "Northwind Traders");

    private final ScriptedVectorIndexJobs jobs = new ScriptedVectorIndexJobs();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void runsBothJobsOnTheirSchedules() {
        List<CronTask> tasks = tasks("0 */10 * * * *", "0 30 2 * * *");

        assertThat(tasks).extracting(CronTask::getExpression).containsExactly("0 */10 * * * *", "0 30 2 * * *");
        tasks.get(0).getRunnable().run();
        assertThat(jobs.maintenances()).isEqualTo(1);
        assertThat(jobs.audits()).isZero();
        tasks.get(1).getRunnable().run();
        assertThat(jobs.maintenances()).isEqualTo(1);
        assertThat(jobs.audits()).isEqualTo(1);
    }

    @Test
    void schedulesNothingThatIsSwitchedOff() {
        assertThat(tasks("-", "-")).isEmpty();
    }

    @Test
    void measuresBuilds() {
        IndexState.Built index = new IndexState.Built("index", 0, 5_000, HnswParameters.DEFAULT);
        jobs.answerMaintenance(new MaintenanceRun(
                new JobEnd.Completed(),
                List.of(
                        new MaintainedAccount(
                                NORTHWIND,
                                new MaintenanceOutcome.Built(
                                        BuildReason.GROWN,
                                        index,
                                        Duration.ofSeconds(7),
                                        new AuditOutcome.NotNeeded(0))),
                        new MaintainedAccount(NORTHWIND, new MaintenanceOutcome.Kept(new IndexState(1, 1, null))))));

        tasks("0 0 * * * *", "-").getFirst().getRunnable().run();

        assertThat(metrics.get("cmdb.search.index.build").timer().count()).isEqualTo(1);
        assertThat(metrics.get("cmdb.search.index.build").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void showsHowManyClientAccountsMissTheTargetWhicheverInstanceHasMeasuredIt() {
        List<CronTask> tasks = tasks("0 0 * * * *", "0 0 * * * *");
        jobs.answerAudit(new AuditRun(new JobEnd.Busy(), List.of()), 3);

        tasks.get(1).getRunnable().run();

        assertThat(metrics.get("cmdb.search.recall.below_target").gauge().value())
                .isEqualTo(3);
    }

    @Test
    void namesNoClientAccountInMetrics() {
        tasks("-", "-");

        assertThat(metrics.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(tags(meter)).isEmpty());
    }

    @Test
    void runsWhileServingOnly() {
        new WebApplicationContextRunner()
                .withUserConfiguration(VectorIndexSchedule.class)
                .withBean(ScriptedVectorIndexJobs.class, () -> jobs)
                .withBean(SimpleMeterRegistry.class, () -> metrics)
                .withBean(IndexProperties.class, () -> index("-"))
                .withBean(AuditProperties.class, () -> audit("-"))
                .withBean(OneInstance.class, VectorIndexScheduleTests::alwaysFirst)
                .run(context -> assertThat(context).hasSingleBean(VectorIndexSchedule.class));
        new ApplicationContextRunner()
                .withUserConfiguration(VectorIndexSchedule.class)
                .run(context -> assertThat(context).doesNotHaveBean(VectorIndexSchedule.class));
    }

    private static List<Tag> tags(Meter meter) {
        return meter.getId().getTags();
    }

    private List<CronTask> tasks(String indexSchedule, String auditSchedule) {
        ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();
        new VectorIndexSchedule(jobs, index(indexSchedule), audit(auditSchedule), alwaysFirst(), metrics)
                .configureTasks(registrar);
        return registrar.getCronTaskList();
    }

    /** Its provider always gives the lock: which instance is first is not the question here. */
    private static OneInstance alwaysFirst() {
        return new OneInstance(configuration -> Optional.of(() -> {}));
    }

    private static IndexProperties index(String schedule) {
        return new IndexProperties(null, 16, 64, schedule);
    }

    private static AuditProperties audit(String schedule) {
        return new AuditProperties(0.99, 50, Duration.ofMinutes(2), schedule);
    }
}
