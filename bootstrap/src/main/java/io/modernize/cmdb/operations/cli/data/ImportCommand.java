package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.EngagementOptions;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.UsageException;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Imports CMDB export files into an engagement, then embeds the new and changed assets.",
            "The command recognises the format of a file by its header. It reads ServiceNow configuration items and"
                    + " relations, Azure Migrate, AWS Migration Hub, NetBox devices and virtual machines, and JSON"
                    + " Lines (docs/import-formats.md)."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To continue an interrupted import, run the same command again.",
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or there is no such client account or engagement",
            "  3 done, but some rows were rejected",
            "  4 a file was refused, and nothing of it was stored",
            "  5 another process imports into or embeds the same engagement",
            "  6 interrupted",
            "  8 embedding needs an operator: the key, the account or the settings are wrong",
            "  9 embedding stopped: the client account has used its tokens of the day",
            "If several of these happen, the highest code is the exit code."
        })
public class ImportCommand implements ApplicationCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import, in this order.")
    private List<Path> files = List.of();

    @Mixin
    private EngagementOptions engagementOptions = new EngagementOptions();

    @Option(
            names = "--delete-missing",
            description = "Deletes the assets of the file's source system that are not in the file. Without this option"
                    + " they are only reported. The file has to be the complete export of that system. If any row was"
                    + " rejected, nothing is deleted.")
    private boolean deleteMissing;

    @Option(names = "--no-embed", description = "Does not embed the assets. A later run of the embed command does it.")
    private boolean withoutEmbedding;

    @Override
    public void check() {
        if (deleteMissing && files.size() > 1) {
            throw new UsageException("--delete-missing: give one file, the complete export of its source system; of"
                    + " several, each would delete the assets of the others");
        }
    }

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        Engagement engagement = engagementOptions.resolve(application.getBean(ClientAccountRegistry.class));
        TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.id());
        AssetImportJobs imports = application.getBean(AssetImportJobs.class);
        int exitCode = ExitCodes.DONE;
        boolean imported = false;
        for (Path file : files) {
            if (exitCode == ExitCodes.INTERRUPTED) {
                return exitCode;
            }
            ImportRequest request = new ImportRequest(
                    scope,
                    engagement.id(),
                    file,
                    deleteMissing ? MissingAssetPolicy.DELETE : MissingAssetPolicy.REPORT);
            ImportOutcome outcome = imports.run(request, ConsoleProgress.onConsole("Importing " + file.getFileName()));
            exitCode = Math.max(exitCode, new ImportOutcomePrinter(out).print(file, outcome));
            imported |= outcome instanceof ImportOutcome.Completed;
        }
        if (imported && !withoutEmbedding && exitCode != ExitCodes.INTERRUPTED && application.isActive()) {
            EmbeddingJobs embedding = application.getBean(EmbeddingJobs.class);
            exitCode = Math.max(
                    exitCode,
                    new EmbeddingOutcomePrinter(out)
                            .print(embedding.run(scope, engagement.id(), ConsoleProgress.onConsole("Embedding"))));
        }
        return exitCode;
    }
}
