package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.jobs.batch.ClientAccountTurns;
import io.modernize.cmdb.jobs.batch.OneInstance;
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
    private final ClientAccountTurns clientAccounts;
    private final OneInstance oneInstance;
    private final Duration keep;
    private final String schedule;
    private final Clock clock;

    UploadRetention(
            ImportUploads uploads,
            ClientAccountTurns clientAccounts,
            OneInstance oneInstance,
            @Value("${cmdb.import.upload.keep:7d}") Duration keep,
            @Value("${cmdb.jobs.retention.schedule:0 15 4 * * *}") String schedule,
            Clock clock) {
        this.uploads = uploads;
        this.clientAccounts = clientAccounts;
        this.oneInstance = oneInstance;
        this.keep = keep;
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addCronTask(oneInstance.of("forget-uploads", this::forget), schedule);
    }

    void forget() {
        clientAccounts.each(
                "Forgetting uploads",
                scope -> uploads.deleteBefore(scope, clock.instant().minus(keep)));
    }
}
