package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.inventory.application.ExportEngagements;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.TenantOptions;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes one engagement of a client account, or all of them, to files.",
            "The files hold the assets and the relations in formats that the import command",
            "reads, and a manifest (docs/offboarding.md)."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To repeat an interrupted export, run the same command again. It starts from the beginning.",
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or there is no such client account or engagement",
            "  4 refused: the directory cannot be used",
            "  5 an import is running",
            "  6 interrupted"
        })
public class ExportCommand implements ApplicationCommand {
    @Mixin
    private TenantOptions tenantOptions = new TenantOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIRECTORY",
            description = "The directory to write to. It has to be empty, or must not exist yet.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(names = "--with-embeddings", description = "Also writes the vectors.")
    private boolean withEmbeddings;

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        TenantOptions.Tenant tenant = tenantOptions.resolve(application.getBean(ClientAccountRegistry.class));
        ExportRequest request = new ExportRequest(tenant.scope(), directory, withEmbeddings);
        return new ExportOutcomePrinter(out)
                .print(application
                        .getBean(ExportEngagements.class)
                        .export(request, ConsoleProgress.onConsole("Exporting")));
    }
}
