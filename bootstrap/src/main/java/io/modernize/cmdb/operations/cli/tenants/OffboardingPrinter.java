package io.modernize.cmdb.operations.cli.tenants;

import io.modernize.cmdb.offboarding.application.OffboardingOutcome;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Completed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.EngagementBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Failed;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.ResourcesBusy;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.SomethingLeft;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Stopped;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome.Unprepared;
import io.modernize.cmdb.offboarding.application.OffboardingReport;
import io.modernize.cmdb.offboarding.application.OffboardingSurvey;
import io.modernize.cmdb.offboarding.application.StoredRows.TableRows;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.TenantOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what an offboarding would do, or has done. */
final class OffboardingPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(OffboardingPrinter.class);

    private final PrintWriter out;
    private final TenantOptions.Tenant tenant;

    OffboardingPrinter(PrintWriter out, TenantOptions.Tenant tenant) {
        this.out = out;
        this.tenant = tenant;
    }

    void print(OffboardingSurvey survey) {
        out.println("Would delete " + tenant + ":");
        print(survey.rows(), survey.resources());
        out.println("Nothing was deleted. To delete it, add --confirm " + tenant.slug());
        out.flush();
    }

    /** Prints the outcome, and returns the exit code. */
    int print(OffboardingOutcome outcome) {
        int exitCode = switch (outcome) {
            case Completed(OffboardingReport report) -> {
                out.println("Deleted " + tenant + "; nothing is left of it:");
                yield ExitCodes.DONE;
            }
            case EngagementBusy(OffboardingReport report) -> {
                out.println(
                        "Nothing was deleted: another process imports, embeds or looks for duplicates in " + tenant);
                yield ExitCodes.BUSY;
            }
            case ResourcesBusy(OffboardingReport report) -> {
                out.println("Not finished: another process changes indexes. Run the same command again later.");
                yield ExitCodes.BUSY;
            }
            case Unprepared(OffboardingReport report) -> {
                out.println("Nothing was deleted, as the export did not succeed");
                yield ExitCodes.REFUSED;
            }
            case Stopped(OffboardingReport report) -> {
                out.println("Stopped. Run the same command to go on. Deleted so far by this run:");
                yield ExitCodes.INTERRUPTED;
            }
            case Failed(OffboardingReport report, RuntimeException cause) -> {
                LOG.error("The offboarding of {} failed", tenant, cause);
                out.println("Failed unexpectedly; the log has the details. Run the same command to go on.");
                yield ExitCodes.FAILED;
            }
            case SomethingLeft(OffboardingReport report, OffboardingSurvey left) -> {
                out.println("Not finished: something was written meanwhile. Run the same command again. Left:");
                print(left.rows(), left.resources());
                out.println("Deleted by this run:");
                yield ExitCodes.INTERRUPTED;
            }
        };
        if (outcome.report().deletedRows() > 0 || !outcome.report().released().isEmpty()) {
            print(outcome.report().deleted(), outcome.report().released());
        }
        out.flush();
        return exitCode;
    }

    private void print(List<TableRows> tables, List<String> resources) {
        tables.forEach(table -> line(table.table(), table.rows()));
        line("rows in all", tables.stream().mapToLong(TableRows::rows).sum());
        resources.forEach(resource -> out.println("  index " + resource));
    }

    private void line(String name, long rows) {
        out.println(String.format(Locale.ROOT, "  %-28s %,12d", name, rows));
    }
}
