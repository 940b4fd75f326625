package io.modernize.cmdb.operations.cli.tenants;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditDetails;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.Audit.Finding;
import io.modernize.cmdb.inventory.application.EngagementArchives;
import io.modernize.cmdb.inventory.application.ExportOutcome;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.offboarding.application.Offboard;
import io.modernize.cmdb.offboarding.application.Offboard.Preparation;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.TenantOptions;
import io.modernize.cmdb.operations.cli.command.UsageException;
import io.modernize.cmdb.operations.cli.data.ExportOutcomePrinter;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "offboard",
        description = {
            "Deletes all data of a client account, or of one of its engagements (docs/offboarding.md).",
            "Without --confirm, the command only prints what it would delete."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To continue an interrupted offboarding, run the same command again.",
            "",
            "Exit codes:",
            "  0 done, or printed what would be deleted",
            "  1 failed",
            "  2 wrong usage, or the client account or engagement does not exist (any more)",
            "  4 the export was refused, and nothing was deleted",
            "  5 another process works with the same data",
            "  6 interrupted"
        })
public class OffboardCommand implements ApplicationCommand {
    @Mixin
    private TenantOptions tenantOptions = new TenantOptions();

    @Option(
            names = "--confirm",
            paramLabel = "SLUG",
            description =
                    "Repeats the slug of what is to be deleted. This is the slug of the engagement if you name one,"
                            + " else the slug of the client account.")
    private @Nullable String confirmation;

    @Option(
            names = "--export",
            paramLabel = "DIRECTORY",
            description = "Exports all data first, vectors included. If the export fails, nothing is deleted.")
    private @Nullable Path exportDirectory;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "A file to which this run adds one line of JSON that lists what it has deleted.")
    private @Nullable Path reportFile;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        TenantOptions.Tenant tenant = tenantOptions.resolve(application.getBean(ClientAccountRegistry.class));
        Offboard offboard = application.getBean(Offboard.class);
        OffboardingPrinter printer = new OffboardingPrinter(out, tenant);
        if (confirmation == null) {
            printer.print(offboard.survey(tenant.scope()));
            return ExitCodes.DONE;
        }
        if (!confirmation.equals(tenant.slug().value())) {
            throw new UsageException("--confirm: \"" + confirmation + "\" is not what would be deleted, which is "
                    + tenant + "; nothing was deleted");
        }
        OffboardingReportFile report = reportFile == null ? null : OffboardingReportFile.open(reportFile);
        AtomicInteger exportCode = new AtomicInteger(ExitCodes.DONE);
        Audit audit = application.getBean(Audit.class);
        writeToAuditLog(audit, tenant, new AuditOutcome.Done(), Map.of());
        OffboardingOutcome outcome = offboard.run(
                tenant.scope(),
                preparation(application.getBean(EngagementArchives.class), exportCode, out),
                ConsoleProgress.onConsole("Deleting")::report,
                () -> false);
        writeToAuditLog(
                audit,
                tenant,
                audited(outcome),
                Map.of("deletedRows", String.valueOf(outcome.report().deletedRows())));
        int exitCode = Math.max(exportCode.get(), printer.print(outcome));
        if (report != null) {
            report.add(commandLine(), tenant, outcome);
        }
        return exitCode;
    }

    /**
     * Records in the audit log that the offboarding of an engagement begins, because it may be interrupted, and how it
     * ends. The audit log of a client account is deleted with it.
     */
    private static void writeToAuditLog(
            Audit audit, TenantOptions.Tenant tenant, AuditOutcome outcome, Map<String, String> after) {
        Engagement engagement = tenant.engagement();
        if (engagement != null) {
            audit.write(
                    TenantScope.forJob(tenant.account().id()),
                    new Attempt(AuditAction.START_OFFBOARDING, AuditActor.OPERATOR, AuditOrigin.NONE),
                    new Finding(
                            outcome,
                            new AuditDetails(
                                    engagement.id().toString(),
                                    Map.of("slug", tenant.slug().value()),
                                    after)));
        }
    }

    private static AuditOutcome audited(OffboardingOutcome outcome) {
        return switch (outcome) {
            case OffboardingOutcome.Completed _ -> new AuditOutcome.Done();
            case OffboardingOutcome.EngagementBusy _ -> new AuditOutcome.Refused("ENGAGEMENT_BUSY");
            case OffboardingOutcome.ResourcesBusy _ -> new AuditOutcome.Refused("RESOURCES_BUSY");
            case OffboardingOutcome.Unprepared _ -> new AuditOutcome.Refused("NOT_EXPORTED");
            case OffboardingOutcome.Stopped _, OffboardingOutcome.Failed _, OffboardingOutcome.SomethingLeft _ ->
                new AuditOutcome.Failed();
        };
    }

    /**
     * The export before the deletion. The locks of the offboarding are held meanwhile, so the export has exactly what
     * will be deleted.
     */
    private Preparation preparation(EngagementArchives archives, AtomicInteger exportCode, PrintWriter out) {
        Path directory = exportDirectory;
        if (directory == null) {
            return Preparation.NONE;
        }
        return (scope, engagements) -> {
            ExportOutcome outcome =
                    archives.write(new ExportRequest(scope, directory, true), ConsoleProgress.onConsole("Exporting"));
            exportCode.set(new ExportOutcomePrinter(out).print(outcome));
            return outcome instanceof ExportOutcome.Completed;
        };
    }

    private String commandLine() {
        return String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
