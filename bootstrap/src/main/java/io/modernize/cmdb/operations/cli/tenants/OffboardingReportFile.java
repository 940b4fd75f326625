package io.modernize.cmdb.operations.cli.tenants;

import io.modernize.cmdb.offboarding.application.OffboardingOutcome;
import io.modernize.cmdb.offboarding.application.OffboardingReport;
import io.modernize.cmdb.offboarding.application.OffboardingSurvey;
import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import io.modernize.cmdb.operations.cli.command.TenantOptions;
import io.modernize.cmdb.operations.cli.command.UsageException;
import io.modernize.cmdb.tenancy.Engagement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports as lines of JSON, one for each run. The report of a run that continues leaves the earlier reports. */
final class OffboardingReportFile {
    private final Path path;

    private OffboardingReportFile(Path path) {
        this.path = path;
    }

    /**
     * Opens the file before anything is deleted. Afterwards it would be too late to notice that a report cannot be
     * written.
     */
    static OffboardingReportFile open(Path path) {
        try {
            Files.writeString(path, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UsageException("--report: " + path + " cannot be written; nothing was deleted");
        }
        return new OffboardingReportFile(path);
    }

    /** The names and identifiers of deleted data. Nothing else tells them any more. */
    private record Named(String id, String slug, String name) {}

    private record Left(List<TableRows> rows, List<String> indexes) {}

    /** @param left what the last look found; null if the run did not come that far */
    private record Line(
            String command,
            Named clientAccount,
            @Nullable Named engagement,
            Instant begunAt,
            Instant endedAt,
            String outcome,
            long deletedRows,
            List<TableRows> deleted,
            List<String> droppedIndexes,
            @Nullable Left left) {}

    void add(String command, TenantOptions.Tenant tenant, OffboardingOutcome outcome) {
        OffboardingReport report = outcome.report();
        Engagement engagement = tenant.engagement();
        Line line = new Line(
                command,
                new Named(
                        tenant.account().id().toString(),
                        tenant.account().slug().value(),
                        tenant.account().name()),
                engagement == null
                        ? null
                        : new Named(
                                engagement.id().toString(), engagement.slug().value(), engagement.name()),
                report.begunAt(),
                report.endedAt(),
                outcome.getClass().getSimpleName(),
                report.deletedRows(),
                report.deleted(),
                report.released(),
                left(outcome));
        try {
            Files.writeString(path, JsonMapper.shared().writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Left left(OffboardingOutcome outcome) {
        return switch (outcome) {
            case OffboardingOutcome.Completed completed -> new Left(List.of(), List.of());
            case OffboardingOutcome.SomethingLeft(OffboardingReport report, OffboardingSurvey left) ->
                new Left(left.rows(), left.resources());
            case OffboardingOutcome.EngagementBusy busy -> null;
            case OffboardingOutcome.ResourcesBusy busy -> null;
            case OffboardingOutcome.Unprepared unprepared -> null;
            case OffboardingOutcome.Stopped stopped -> null;
            case OffboardingOutcome.Failed failed -> null;
        };
    }
}
