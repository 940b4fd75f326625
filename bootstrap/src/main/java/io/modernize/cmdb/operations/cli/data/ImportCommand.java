package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Imports exports of a CMDB into an engagement, then embeds what is new or changed.",
            "Formats are recognised by their header: ServiceNow configuration items and relations, Azure Migrate, AWS"
                    + " Migration Hub, NetBox devices and virtual machines, and JSON Lines (docs/import-formats.md)."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "An interrupted import goes on where it was when the same command is run again."})
public class ImportCommand implements Callable<Integer> {
    private final ApplicationStart start;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import, in this order.")
    private List<Path> files = List.of();

    @Mixin
    private EngagementOptions engagementOptions = new EngagementOptions();

    @Option(
            names = "--delete-missing",
            description = "Deletes assets of the file's source system that the file does not hold; otherwise they are"
                    + " only reported. The file has to be the complete export of that system. Nothing is deleted where"
                    + " any row was rejected.")
    private boolean deleteMissing;

    @Option(names = "--no-embed", description = "Leaves embedding to a later run of the embed command.")
    private boolean withoutEmbedding;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public ImportCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        if (deleteMissing && files.size() > 1) {
            throw new UsageException("--delete-missing: give one file, the complete export of its source system; of"
                    + " several, each would delete the assets of the others");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (StartedApplication context = start.work()) {
            Engagement engagement = engagementOptions.resolve(context.getBean(ClientAccountRegistry.class));
            TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.id());
            AssetImportJobs imports = context.getBean(AssetImportJobs.class);
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
                ImportOutcome outcome =
                        imports.run(request, ConsoleProgress.onConsole("Importing " + file.getFileName()));
                exitCode = Math.max(exitCode, new ImportOutcomePrinter(out).print(file, outcome));
                imported |= outcome instanceof ImportOutcome.Completed;
            }
            if (imported && !withoutEmbedding && exitCode != ExitCodes.INTERRUPTED && context.isActive()) {
                EmbeddingJobs embedding = context.getBean(EmbeddingJobs.class);
                exitCode = Math.max(
                        exitCode,
                        new EmbeddingOutcomePrinter(out)
                                .print(embedding.run(scope, engagement.id(), ConsoleProgress.onConsole("Embedding"))));
            }
            return exitCode;
        }
    }
}
