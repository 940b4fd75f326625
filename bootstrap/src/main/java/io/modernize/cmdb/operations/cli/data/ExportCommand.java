package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.inventory.application.ExportEngagements;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.TenantOptions;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes an engagement, or each of a client account, to files: assets and relations in formats that import"
                    + " reads, and a manifest (docs/offboarding.md)."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An interrupted export begins anew when the same command is run again.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 4 the directory cannot be used, 5 an import is running,",
            "6 interrupted."
        })
public class ExportCommand implements Callable<Integer> {
    private final ApplicationStart start;

    @Mixin
    private TenantOptions tenantOptions = new TenantOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIRECTORY",
            description = "Where to write; a directory that is empty or does not exist.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(names = "--with-embeddings", description = "Writes the vectors too.")
    private boolean withEmbeddings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public ExportCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (StartedApplication context = start.work()) {
            TenantOptions.Tenant tenant = tenantOptions.resolve(context.getBean(ClientAccountRegistry.class));
            ExportRequest request = new ExportRequest(tenant.scope(), directory, withEmbeddings);
            return new ExportOutcomePrinter(spec.commandLine().getOut())
                    .print(context.getBean(ExportEngagements.class)
                            .export(request, ConsoleProgress.onConsole("Exporting")));
        }
    }
}
