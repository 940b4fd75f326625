package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.jobs.batch.OneInstance;
import io.modernize.cmdb.jobs.batch.Turns;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Deletes uploaded files that nobody has imported. */
@Component
@ConditionalOnWebApplication
class UploadRetention implements SchedulingConfigurer {
    private final ImportUploads uploads;
    private final ClientAccountRegistry registry;
    private final OneInstance oneInstance;
    private final Turns turns;
    private final Duration keep;
    private final String schedule;
    private final Clock clock = Clock.systemUTC();

    UploadRetention(
            ImportUploads uploads,
            ClientAccountRegistry registry,
            OneInstance oneInstance,
            Turns turns,
            @Value("${cmdb.import.upload.keep:7d}") Duration keep,
            @Value("${cmdb.jobs.retention.schedule:0 15 4 * * *}") String schedule) {
        this.uploads = uploads;
        this.registry = registry;
        this.oneInstance = oneInstance;
        this.turns = turns;
        this.keep = keep;
        this.schedule = schedule;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("forget-uploads", this::forget), schedule);
    }

    void forget() {
        for (ClientAccount account : registry.allClientAccounts()) {
            turns.take(
                    "Forgetting uploads of client account " + account.id(),
                    () -> uploads.deleteBefore(
                            TenantScope.forJob(account.id()), clock.instant().minus(keep)));
        }
    }
}
