package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.EngagementOptions;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.JudgedQueriesFile;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.UsageException;
import io.modernize.cmdb.operations.evaluation.JudgedQueries;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.similarity.spaces.application.ChangeSpace;
import io.modernize.cmdb.similarity.spaces.application.CompareSpaces;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "compare",
        description = {
            "Compares the two embedding spaces of a client account by the neighbours of sampled assets, and by judged"
                    + " queries if you give some.",
            "Judged queries are searched in one engagement, by meaning only."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes:",
            "  0 the comparison passed",
            "  1 failed",
            "  2 wrong usage, or there is no other space to compare with",
            "  4 the comparison did not pass",
            "  6 interrupted"
        })
class MigrateCompareCommand implements ApplicationCommand {
    @Mixin
    private EngagementOptions engagementOptions = new EngagementOptions();

    @Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "Judged queries in the format of the evaluate command: JSON Lines of query, kind, relevant.")
    private @Nullable Path queries;

    private JudgedQueries judged = JudgedQueries.none();

    @Override
    public void check() throws IOException {
        if (queries != null) {
            judged = JudgedQueriesFile.read(queries);
        }
    }

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        Engagement engagement = engagementOptions.resolve(application.getBean(ClientAccountRegistry.class));
        TenantScope account = TenantScope.forJob(engagement.clientAccountId());
        TenantScope asked = TenantScope.forJob(engagement.clientAccountId(), engagement.id());
        EmbeddingSpace active = application.getBean(EmbeddingSpaces.class).active(account);
        EmbeddingSpace other = application
                .getBean(ChangeSpace.class)
                .other(account)
                .orElseThrow(() -> new UsageException(
                        "there is no other space to compare with; migrate fill gives the client account one"));
        SpaceComparison comparison =
                application.getBean(CompareSpaces.class).compare(account, active, other, judged.in(asked));
        out.println(SpaceText.of(other) + " instead of " + SpaceText.of(active) + ": " + SpaceText.of(comparison));
        return comparison.passed() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
