package io.modernize.cmdb.operations.cli.maintenance;

import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditedAccount;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(
        name = "audit-recall",
        description = {
            "Measures each client account's recall against exact search.",
            "Then sets the search setting of the client account that reaches the target recall.",
            "The service does the same on a schedule."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes:",
            "  0 done",
            "  1 failed, for one client account at least",
            "  2 wrong usage",
            "  5 another process audits recall",
            "  6 interrupted",
            "  7 done, but a client account missed the target or was not measured in time"
        })
public class AuditRecallCommand implements ApplicationCommand {
    private static final String ROW = "%-24s %9s  %-11s %-18s %7s %10s %9s %9s  %s%n";

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                "client account",
                "assets",
                "strategy",
                "knob",
                "recall",
                "exact p50",
                "plan p50",
                "plan p95",
                "target");
        out.flush();
        AuditRun run = application.getBean(VectorIndexJobs.class).audit(account -> print(out, account));
        return new RunEndPrinter(out).print(run.end(), "audits recall", "Audits", () -> exitCode(run.accounts()));
    }

    private static int exitCode(List<AuditedAccount> accounts) {
        if (accounts.stream().anyMatch(account -> account.outcome() instanceof AuditOutcome.Failed)) {
            return ExitCodes.FAILED;
        }
        return accounts.stream().allMatch(account -> isFine(account.outcome()))
                ? ExitCodes.DONE
                : ExitCodes.TARGET_MISSED;
    }

    private static boolean isFine(AuditOutcome outcome) {
        return switch (outcome) {
            case AuditOutcome.Audited(RecallAudit audit) -> audit.met();
            case AuditOutcome.NotNeeded notNeeded -> true;
            case AuditOutcome.TimedOut timedOut -> false;
            case AuditOutcome.Failed failed -> false;
        };
    }

    private static void print(PrintWriter out, AuditedAccount account) {
        String slug = account.account().slug().value();
        switch (account.outcome()) {
            case AuditOutcome.Audited(RecallAudit audit) ->
                out.printf(
                        Locale.ROOT,
                        ROW,
                        slug,
                        audit.totalRows(),
                        audit.strategy().name().toLowerCase(Locale.ROOT),
                        AuditText.knob(audit.strategy()) + " " + audit.knob(),
                        String.format(Locale.ROOT, "%.4f", audit.recall()),
                        millis(audit.exactP50Micros()),
                        millis(audit.planP50Micros()),
                        millis(audit.planP95Micros()),
                        audit.met() ? "met" : "missed");
            case AuditOutcome.NotNeeded(long rows) -> outOfTable(out, slug, rows, "exact");
            case AuditOutcome.TimedOut(long rows) -> outOfTable(out, slug, rows, "the time was over");
            case AuditOutcome.Failed(String reason) -> out.printf("%-24s failed: %s%n", slug, reason);
        }
        out.flush();
    }

    private static void outOfTable(PrintWriter out, String slug, long rows, String text) {
        out.printf(Locale.ROOT, "%-24s %9d  %s%n", slug, rows, text);
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1_000.0);
    }
}
