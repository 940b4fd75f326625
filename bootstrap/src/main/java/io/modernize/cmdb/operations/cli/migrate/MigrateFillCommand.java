package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbedClientAccount;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.operations.cli.command.AccountOption;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.UsageException;
import io.modernize.cmdb.operations.cli.data.EmbeddingOutcomePrinter;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceProgress;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.similarity.spaces.application.PrepareChange;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "fill",
        description = {
            "Embeds all assets with the new model too. Then builds the indexes that are needed, and compares the new"
                    + " embedding space with the old one.",
            "From then on, new and changed assets are embedded with both models. Searches still use the old model."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To continue an interrupted run, run the same command again.",
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, no second model is configured, or there is no such client account",
            "  4 the space is filled, but the comparison did not pass",
            EmbeddingOutcomePrinter.EXIT_CODES
        })
class MigrateFillCommand implements ApplicationCommand {
    @Mixin
    private AccountOption accountOption = new AccountOption();

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        return application.workOnEach(
                accountOption.resolve(application.getBean(ClientAccountRegistry.class)), account -> {
                    int exitCode = fill(application, account, out);
                    out.flush();
                    return exitCode;
                });
    }

    private static int fill(StartedApplication application, ClientAccount account, PrintWriter out) {
        TenantScope scope = TenantScope.forJob(account.id());
        Optional<EmbeddingSpace> target =
                application.getBean(PrepareChange.class).begin(scope);
        if (target.isEmpty()) {
            throw new UsageException("no other model is configured: set cmdb.embedding.next.provider (environment:"
                    + " CMDB_EMBEDDING_NEXT_PROVIDER) beside the present model");
        }
        out.println(account.slug() + ": filling " + SpaceText.of(target.get()));
        out.flush();
        int exitCode = new EmbeddingOutcomePrinter(out)
                .print(application
                        .getBean(EmbedClientAccount.class)
                        .embed(scope, ConsoleProgress.onConsole("Embedding " + account.slug())));
        if (exitCode != ExitCodes.DONE) {
            return exitCode;
        }
        application.getBean(VectorIndexJobs.class).maintain(account, MaintenanceProgress.SILENT);
        SpaceComparison comparison = application
                .getBean(CompareSpaces.class)
                .compare(scope, application.getBean(EmbeddingSpaces.class).active(scope), target.get(), List.of());
        out.println("  " + SpaceText.of(comparison));
        return comparison.passed() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
