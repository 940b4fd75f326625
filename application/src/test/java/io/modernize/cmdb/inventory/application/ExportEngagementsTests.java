package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.ExportOutcome.Completed;
import io.modernize.cmdb.inventory.application.ExportOutcome.EngagementBusy;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import io.modernize.cmdb.tenancy.application.InMemoryEngagementLocks;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.application.TwoClientsCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportEngagementsTests {
    private final TwoClients clients = TwoClients.random();
    private final InMemoryEngagementLocks locks = new InMemoryEngagementLocks();
    private final ExportRequest request = new ExportRequest(clients.northwindScope(), Path.of("archive"), false);
    private final List<ExportRequest> written = new ArrayList<>();

    @Test
    void writesWhileNobodyImports() {
        ExportEngagements export = new ExportEngagements(new TwoClientsCatalog(clients), locks, (asked, progress) -> {
            assertThat(locks.tryAcquire(clients.erpScope(), clients.erp(), EngagementLocks.IMPORT))
                    .isEmpty();
            assertThat(locks.tryAcquire(clients.erpScope(), clients.erp(), EngagementLocks.EMBED))
                    .isPresent();
            written.add(asked);
            return new Completed(List.of());
        });

        assertThat(export.export(request, JobProgress.SILENT)).isEqualTo(new Completed(List.of()));
        assertThat(written).containsExactly(request);
        assertThat(locks.tryAcquire(clients.erpScope(), clients.erp(), EngagementLocks.IMPORT))
                .isPresent();
    }

    @Test
    void writesNothingWhileSomebodyDoes() {
        ExportEngagements export = new ExportEngagements(new TwoClientsCatalog(clients), locks, (asked, progress) -> {
            throw new AssertionError("writes");
        });
        try (Held held = locks.tryAcquire(clients.exitScope(), clients.exit(), EngagementLocks.IMPORT)
                .orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(export.export(request, JobProgress.SILENT)).isEqualTo(new EngagementBusy());
        }
    }
}
