package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.JudgedQueriesFile;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.cli.command.UsageException;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.operations.evaluation.JudgedQueries;
import io.modernize.cmdb.operations.evaluation.QualityReport;
import io.modernize.cmdb.operations.evaluation.SearchClient;
import io.modernize.cmdb.operations.evaluation.SearchEvaluation;
import io.modernize.cmdb.operations.sample.LocalIdentities;
import io.modernize.cmdb.similarity.search.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = {
            "Measures search quality with judged queries.",
            "Imports the files into an engagement of their own, embeds the assets, and runs",
            "the queries through the public API with a token. Prints MRR, nDCG@10 and",
            "precision by kind of query and search mode. Then removes the engagement.",
            "The command needs the profile local, because the issuer of that profile gives",
            "the token."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or the queries cannot be read",
            "  4 a file could not be imported, or the assets could not be embedded",
            "  6 interrupted"
        })
public class EvaluateCommand implements Callable<Integer> {
    static final String CLIENT_ACCOUNT = "evaluation";
    private static final String CLIENT_ID = "evaluation-agent";

    private final ApplicationStart start;

    @Option(
            names = "--import",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files to import, in any format of the import command.")
    private List<Path> files = List.of();

    @Option(
            names = "--queries",
            required = true,
            paramLabel = "FILE",
            description = "Judged queries, one JSON object a line: query, kind, relevant (names of assets).")
    @SuppressWarnings("NullAway.Init")
    private Path queryFile;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "Search mode to measure: ${COMPLETION-CANDIDATES}. Give the option several times for several modes;"
                            + " without it all modes are measured.")
    private Set<SearchMode> modes = EnumSet.noneOf(SearchMode.class);

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Markdown file to write the figures to, including the figures of each query.")
    private @Nullable Path resultFile;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public EvaluateCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(queryFile)) {
            throw new UsageException("--queries: there is no readable file " + queryFile);
        }
        JudgedQueries queries = JudgedQueriesFile.read(queryFile);
        prepareResultFile();
        try (StartedApplication context = start.serveBeside(Map.of(
                "cmdb.sample-estate.enabled",
                false,
                // The evaluation embeds what it has imported, and shows how far it is.
                "cmdb.embedding.prompt.enabled",
                false,
                "cmdb.embedding.job.schedule",
                "-",
                "logging.level.root",
                "warn"))) {
            return evaluate(context, queries, context.address());
        }
    }

    /**
     * Prepares the result file before the searches, which take minutes that nobody wants to lose to a mistyped name.
     */
    private void prepareResultFile() {
        if (resultFile == null) {
            return;
        }
        try {
            Files.createDirectories(resultFile.toAbsolutePath().getParent());
            Files.writeString(resultFile, "");
        } catch (IOException e) {
            throw new UsageException("--results: " + resultFile + " cannot be written");
        }
    }

    private int evaluate(StartedApplication context, JudgedQueries queries, URI service) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ClientAccountRegistry registry = context.getBean(ClientAccountRegistry.class);
        LocalIdentities identities = context.getBean(LocalIdentities.class);
        ClientAccount account = registry.ensureClientAccount(new Slug(CLIENT_ACCOUNT), "Evaluation");
        identities.grantMemberships(registry);
        Engagement engagement =
                registry.ensureEngagement(account.id(), new Slug("run-" + UUID.randomUUID()), "Evaluation run");
        try {
            if (!load(context, engagement, out)) {
                return ExitCodes.REFUSED;
            }
            try (SearchClient client = SearchClient.signIn(service, CLIENT_ID, identities.secretOf(CLIENT_ID))) {
                QualityReport report = new SearchEvaluation(client).run(queries, engagement.id(), measuredModes());
                report.print(out);
                if (resultFile != null) {
                    Files.writeString(resultFile, report.markdown(command(), settings(context)));
                }
            }
            return ExitCodes.DONE;
        } finally {
            registry.deleteEngagement(account.id(), engagement.id());
        }
    }

    private Set<SearchMode> measuredModes() {
        return modes.isEmpty() ? EnumSet.allOf(SearchMode.class) : EnumSet.copyOf(modes);
    }

    private String command() {
        ParseResult parsed = spec.commandLine().getParseResult();
        return "./run " + String.join(" ", parsed.originalArgs());
    }

    private static Map<String, Object> settings(StartedApplication context) {
        ModelProfile model = context.getBean(EmbeddingModel.class).profile();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("date", LocalDate.now(ZoneOffset.UTC));
        settings.put("model", "%s (%s), %d dimensions".formatted(model.model(), model.provider(), model.dimensions()));
        settings.put("version of the document template", AssetDocumentTemplate.VERSION);
        settings.put("constant of reciprocal rank fusion", ReciprocalRankFusion.K);
        settings.put("weight of the ranking by words in it", ReciprocalRankFusion.TEXT_WEIGHT);
        settings.put("least share of the best score by words in it", ReciprocalRankFusion.LEAST_SHARE_OF_BEST);
        return settings;
    }

    private boolean load(StartedApplication context, Engagement engagement, PrintWriter out) {
        TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.id());
        AssetImportJobs imports = context.getBean(AssetImportJobs.class);
        for (Path file : files) {
            ImportOutcome outcome = imports.run(
                    new ImportRequest(scope, engagement.id(), file, MissingAssetPolicy.REPORT),
                    ConsoleProgress.onConsole("Importing " + file.getFileName()));
            new ImportOutcomePrinter(out).print(file, outcome);
            if (!(outcome instanceof ImportOutcome.Completed)) {
                return false;
            }
        }
        EmbeddingOutcome outcome = context.getBean(EmbeddingJobs.class)
                .run(scope, engagement.id(), ConsoleProgress.onConsole("Embedding"));
        return new EmbeddingOutcomePrinter(out).print(outcome) == ExitCodes.DONE;
    }
}
