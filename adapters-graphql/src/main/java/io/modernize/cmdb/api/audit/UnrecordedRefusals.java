package io.modernize.cmdb.api.audit;

import io.modernize.cmdb.audit.application.Audit;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Records each minute, and at the end, how many refusals were counted only. */
@Component
final class UnrecordedRefusals {
    private final Audit audit;

    UnrecordedRefusals(Audit audit) {
        this.audit = audit;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    @PreDestroy
    void write() {
        audit.writeUnrecorded();
    }
}
